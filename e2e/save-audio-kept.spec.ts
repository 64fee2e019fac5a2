import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./support/axe.ts";
import {
  downloadFrom,
  openSavingSheet,
  savingNotice,
  savingSheet,
  shortenArticle,
  startHeld,
} from "./support/saving-audio.ts";
import { openLibrary, RTL_ARTICLE } from "./support/screens.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const article = shippedArticle(LONG_ARTICLE);
const TITLE = article.record.title;
const PATIENCE = { timeout: 80_000 };

// The article is served in the tests' own length; the worker would have it from the shipped ones.
test.use({ serviceWorkers: "block" });

test.beforeEach(({ page }) => shortenArticle(page, article, 3));

const button = (where: ReturnType<typeof savingSheet>, name: string) => where.getByRole("button", { name });

/** A FAKE of the system's own dialogue, which no test can press. What is written into its file takes until the answer is called. */
async function pickFiles(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const written = new Promise<void>((resolve) => Object.assign(window, { written: resolve }));
    const showSaveFilePicker = async () => ({
      createWritable: async () => new WritableStream({ write: () => written }),
    });
    Object.assign(window, { showSaveFilePicker });
  });
  return () => page.evaluate(() => (window as unknown as { written(): void }).written());
}

test(
  "that is ready goes only by a button that says so, and not while it is written",
  { tag: "@once" },
  async ({ page }) => {
    const sheet = savingSheet(page);
    const notice = savingNotice(page);
    const written = await pickFiles(page);
    await openSavingSheet(page, LONG_ARTICLE);
    await button(sheet, "Start").click();
    await expect(button(sheet, "Save the file")).toBeFocused(PATIENCE);
    await expect(button(sheet, "Make another one")).toHaveCount(0);
    await button(sheet, "Discard the file").click();
    await expect(button(sheet, "Start"), "the focus is not lost").toBeFocused();

    await page.keyboard.press("Enter");
    await button(sheet, "Save the file").click(PATIENCE);
    await expect(button(sheet, "Saving …")).toBeVisible();
    await expect(button(sheet, "Discard the file")).toBeDisabled();
    await expect(button(sheet, "Make another one")).toHaveCount(0);
    await expectNoViolations(page, "a sound file that is being written");
    await page.keyboard.press("Escape");
    await expect(button(notice, "Discard the file")).toBeDisabled();
    await written();
    await expect(notice).toContainText(`Saved as ${TITLE}.opus.`);
    await expect(button(notice, "Close this message")).toBeEnabled();
    await button(notice, "Details").click();
    await button(sheet, "Make another one").click();
    await expect(button(sheet, "Start")).toBeFocused();
  },
);

test("that was given to the browser is still there when the sheet is closed", { tag: "@once" }, async ({ page }) => {
  await openSavingSheet(page, LONG_ARTICLE);
  await button(savingSheet(page), "Start").click();
  await savingSheet(page).getByRole("link", { name: "Save the file" }).waitFor(PATIENCE);
  await downloadFrom(page, savingSheet(page));
  await page.keyboard.press("Escape");
  await downloadFrom(page, savingNotice(page));
  await button(savingNotice(page), "Details").click();
  const file = await downloadFrom(page, savingSheet(page));
  expect(await file.failure()).toBeNull();
  await button(savingSheet(page), "Make another one").click();
  await page.keyboard.press("Escape");
  await expect(savingNotice(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Play", exact: true }), "the focus is not lost").toBeFocused();
});

test("that is stopped in the sheet from the notice leaves the focus in reach", { tag: "@once" }, async ({ page }) => {
  const sheet = savingSheet(page);
  await startHeld(page, LONG_ARTICLE);
  await page.keyboard.press("Escape");
  for (const andAgain of [true, false]) {
    await button(savingNotice(page), "Details").click();
    await button(sheet, "Cancel").click();
    await expect(button(sheet, "Start")).toBeFocused();
    if (andAgain) await page.keyboard.press("Enter");
    await expect(button(sheet, "Cancel")).toHaveCount(andAgain ? 1 : 0);
    await page.keyboard.press("Escape");
    await expect(savingNotice(page)).toHaveCount(andAgain ? 1 : 0);
    await expect(page.getByRole("button", { name: "Play", exact: true })).toBeFocused();
  }
});

for (const { how, picks, sentence } of [
  { how: "is saved", picks: true, sentence: `That of “${TITLE}” is saved, so this one can be made now.` },
  {
    how: "is given to the browser",
    picks: false,
    sentence: `That of “${TITLE}” has been given to your browser to save. If it is not among your downloads, save it again`,
  },
])
  test(`of another article that ${how} is in the way no longer`, { tag: "@once" }, async ({ page }) => {
    const sheet = savingSheet(page);
    const written = picks ? await pickFiles(page) : undefined;
    await openSavingSheet(page, LONG_ARTICLE);
    await button(sheet, "Start").click();
    await page.keyboard.press("Escape");
    await expect(savingNotice(page)).toContainText("The audio file is ready", PATIENCE);
    await page.getByRole("link", { name: "Library" }).click();
    const other = shippedArticle(RTL_ARTICLE).record.title;
    await page.getByRole("main").getByRole("link", { name: other }).click();
    await openSavingSheet(page, undefined, { start: false });
    await expect(sheet).toContainText(`That of “${TITLE}” is ready and not saved yet`);
    await expect(button(sheet, "Start")).toHaveCount(0);
    const save = sheet.getByRole(picks ? "button" : "link", { name: "Save the file" });
    await save.click();
    await written?.();
    await expect(sheet).toContainText(sentence);
    await expect(sheet).not.toContainText("not saved yet");
    await expect(button(sheet, "Discard the file")).toHaveCount(0);
    await expect(save, "the focus stays").toBeFocused();
    await expectNoViolations(page, "another sound file that is in the way no longer");
    await button(sheet, "Start").click();
    await expect(sheet).toContainText(/Getting the voice ready|Reading into the file/);
    await expect(sheet).not.toContainText(TITLE);
  });

test("that failed as a WAV is tried again as a WAV", { tag: "@once" }, async ({ page }) => {
  await openSavingSheet(page, LONG_ARTICLE);
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    const waiting: (() => void)[] = [];
    let broken = false;
    Worker.prototype.postMessage = function die(this: Worker, ...args: [{ type?: string }, ...unknown[]]) {
      const end = () => this.dispatchEvent(new ErrorEvent("error", { message: "it is no function" }));
      if (args[0].type !== "render") (postMessage as (...args: unknown[]) => void).apply(this, args);
      else if (broken) end();
      else waiting.push(end);
    } as typeof postMessage;
    Object.assign(globalThis, {
      breakVoice() {
        broken = true;
        for (const end of waiting) end();
      },
    });
  });
  const sheet = savingSheet(page);
  await sheet.getByRole("radio", { name: /^WAV/ }).check();
  await button(sheet, "Start").click();
  await page.keyboard.press("Escape");
  await page.evaluate(() => (globalThis as unknown as { breakVoice(): void }).breakVoice());
  await expect(savingNotice(page)).toContainText("The voice stopped with an error");
  await button(savingNotice(page), "Details").click();
  await expect(button(sheet, "Try again")).toBeVisible();
  await expect(sheet.getByRole("radio", { name: /^WAV/ })).toBeChecked();
});

test(
  "that a page has left on the disk is removed a minute after start, and not that of another tab",
  {
    tag: "@once",
  },
  async ({ page, context }) => {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await page.clock.install();
    await openLibrary(page);
    await page.waitForLoadState("networkidle");
    await page.clock.fastForward(61_000);
    const other = await context.newPage();
    await openLibrary(other);
    await other.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sound-files", { create: true });
      for (const name of ["of-another-tab", "left"]) await folder.getFileHandle(name, { create: true });
      await new Promise<void>((held) => {
        void navigator.locks.request("lectern sound-files of-another-tab", () => {
          held();
          return new Promise(() => {});
        });
      });
    });
    expect(fetched.filter((url) => url.includes("disk-sink"))).toEqual([]);
    await page.reload();
    await page.waitForLoadState("networkidle");
    expect(await onDisk(page)).toEqual(["left", "of-another-tab"]);
    await page.clock.fastForward(61_000);
    await expect.poll(() => onDisk(page)).toEqual(["of-another-tab"]);
    await other.close();
    await page.reload();
    await page.waitForLoadState("networkidle");
    await page.clock.fastForward(61_000);
    await expect.poll(() => onDisk(page)).toEqual("no folder");
  },
);

/** The sound files on the disk. */
function onDisk(page: Page): Promise<string[] | "no folder"> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("sound-files").catch(() => undefined);
    if (!folder) return "no folder";
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names.toSorted();
  });
}
