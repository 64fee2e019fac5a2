import { expect, type Page, test } from "@playwright/test";
import { watchAnnouncements } from "./support/announcements.ts";
import { expectNoViolations } from "./support/axe.ts";
import {
  downloadFrom,
  holdVoice,
  openSavingSheet,
  savingNotice,
  savingSheet,
  shortenArticle,
  startHeld,
} from "./support/saving-audio.ts";
import { openLibrary, RTL_ARTICLE } from "./support/screens.ts";
import { serveArticle } from "./support/served-article.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const article = shippedArticle(LONG_ARTICLE);
const TITLE = article.record.title;
const PATIENCE = { timeout: 80_000 };

// The article is served in the tests' own length; the worker would have it from the shipped ones.
test.use({ serviceWorkers: "block" });

test.beforeEach(({ page }) => shortenArticle(page, article, 5));

test("goes on when its sheet is closed and its article is left, and the file is saved from the library", async ({
  page,
}) => {
  await openLibrary(page);
  await page.getByRole("main").getByRole("link", { name: TITLE }).click();
  const hold = await holdVoice(page);
  await openSavingSheet(page);
  await expect(savingNotice(page)).toHaveCount(0);
  await savingSheet(page).getByRole("button", { name: "Start" }).click();
  await hold.letThrough(3);
  await expect(savingSheet(page)).toContainText("You can close this and read on");
  const announced = await watchAnnouncements(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Save as audio" })).toBeFocused();
  await expect.poll(announced).toEqual(["It goes on being made."]);
  await expect(savingNotice(page)).toContainText(/Saving as audio: [1-9]\d? %/);
  await expectNoViolations(page, "a sound file under way");

  await page.evaluate(() => history.back());
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
  const percent = async () => Number(/(\d+) %/.exec((await savingNotice(page).textContent())!)![1]);
  const before = await percent();
  await hold.letThrough(3);
  await expect.poll(percent).toBeGreaterThan(before);
  await expect(savingNotice(page).getByRole("link", { name: TITLE })).toBeVisible();

  // The way back to the sheet.
  await savingNotice(page).getByRole("button", { name: "Details" }).click();
  await expect(savingSheet(page)).toContainText(/Reading into the file: \d+ %/);
  await page.keyboard.press("Escape");
  await expect(savingNotice(page).getByRole("button", { name: "Details" })).toBeFocused();

  await hold.letThrough(Infinity);
  await expect(savingNotice(page)).toContainText(/The audio file is ready: [^,]+, [^,]+ MB\./, PATIENCE);
  await expect(savingNotice(page).getByRole("button", { name: "Details" }), "the focus stays").toBeFocused();
  await expect.poll(async () => (await announced()).at(-1)).toBe("The audio file is ready.");
  await expectNoViolations(page, "a sound file that is ready");
  const file = await downloadFrom(page, savingNotice(page));
  expect(file.suggestedFilename()).toBe(`${TITLE}.opus`);
  await savingNotice(page).getByRole("button", { name: "Close this message" }).click();
  await expect(savingNotice(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 }), "the focus is not lost").toBeFocused();
});

test("is cancelled from the notice, in the article and elsewhere", { tag: "@once" }, async ({ page }) => {
  await startHeld(page, LONG_ARTICLE);
  await page.keyboard.press("Escape");
  const announced = await watchAnnouncements(page);
  await savingNotice(page).getByRole("button", { name: "Cancel" }).click();
  await expect(savingNotice(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Play", exact: true }), "the focus is not lost").toBeFocused();
  await expect.poll(announced).toContain("Stopped. Nothing was kept.");
});

test("is one at a time: another article says so, and has its turn after it", { tag: "@once" }, async ({ page }) => {
  const hold = await startHeld(page, LONG_ARTICLE);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Library" }).click();
  const other = shippedArticle(RTL_ARTICLE).record.title;
  await page.getByRole("main").getByRole("link", { name: other }).click();
  await openSavingSheet(page, undefined, { start: false });
  await expect(savingSheet(page)).toContainText(`That of “${TITLE}” is being made:`);
  await expect(savingSheet(page).getByRole("button", { name: "Start" })).toHaveCount(0);
  await hold.letThrough(Infinity);
  await expect(savingSheet(page)).toContainText(`That of “${TITLE}” is ready and not saved yet`, PATIENCE);
  await expectNoViolations(page, "another sound file in the way");
  await savingSheet(page).getByRole("button", { name: "Discard the file" }).click();
  await expect(savingSheet(page).getByRole("button", { name: "Start" }), "the focus is not lost").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(savingSheet(page)).toContainText("Reading into the file:", PATIENCE);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Library" }).click();
  await expect(savingNotice(page).getByRole("link", { name: other })).toBeVisible();
});

for (const { what, error, sentence } of [
  {
    what: "failed",
    error: "Uncaught TypeError: it is no function",
    sentence: "The voice stopped with an error, twice. Nothing was saved.",
  },
  {
    what: "ran out of memory",
    error: "Uncaught RangeError: Array buffer allocation failed",
    sentence: "This device has too little memory left for the voice. Nothing was saved.",
  },
])
  test(
    `that ${what} while nobody looked is told of, and begun again from there`,
    { tag: "@once" },
    async ({ page }) => {
      const hold = await startHeld(page, LONG_ARTICLE);
      await page.keyboard.press("Escape");
      const announced = await watchAnnouncements(page);
      await hold.break(error);
      const whole = `It could not be saved as audio. ${sentence}`;
      await expect(savingNotice(page)).toContainText(whole);
      await expect.poll(async () => (await announced()).join()).toContain(whole);
      await hold.letThrough(Infinity);
      await savingNotice(page).getByRole("button", { name: "Details" }).click();
      await savingSheet(page).getByRole("button", { name: "Try again" }).click();
      await expect(savingSheet(page).getByRole("link", { name: "Save the file" })).toBeVisible(PATIENCE);
    },
  );

test(
  "is asked for by the browser before it is lost with the page, and not when it is saved",
  { tag: "@once" },
  async ({ page }) => {
    const asked: string[] = [];
    page.on("dialog", (box) => {
      asked.push(box.type());
      void box.dismiss();
    });
    await openSavingSheet(page, LONG_ARTICLE);
    await savingSheet(page).getByRole("button", { name: "Start" }).click();
    await savingSheet(page).getByRole("link", { name: "Save the file" }).waitFor(PATIENCE);
    await page.evaluate(() => location.reload());
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    await expect(savingSheet(page), "it has stayed").toBeVisible();
    await downloadFrom(page, savingSheet(page));
    await page.reload();
    expect(asked).toHaveLength(1);
  },
);

test(
  "is written to the disk where it is large, and nothing stays there once it is saved",
  { tag: "@once" },
  async ({ page }) => {
    await serveArticle(page, article);
    // A FAKE of the system's own dialogue, which no test can press.
    await page.addInitScript(() =>
      Object.assign(window, {
        showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
          (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
      }),
    );
    await openSavingSheet(page, LONG_ARTICLE);
    const sheet = savingSheet(page);
    await sheet.getByRole("radio", { name: /^WAV/ }).check();
    await sheet.getByRole("button", { name: "Start" }).click();
    await sheet.getByRole("button", { name: "Save the file" }).click(PATIENCE);
    await expect(sheet).toContainText(`Saved as ${TITLE}.wav.`, PATIENCE);
    const saved = await page.evaluate(async (name) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
      return (await handle.getFile()).size;
    }, `${TITLE}.wav`);
    expect(saved).toBeGreaterThan(8_000_000);
    expect(await onDisk(page)).toBe(1);
    await page.keyboard.press("Escape");
    await expect(savingNotice(page)).toHaveCount(0);
    await expect.poll(() => onDisk(page)).toBe(0);
  },
);

/** Sound files on the disk. */
function onDisk(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sound-files");
    let count = 0;
    for await (const _ of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) count++;
    return count;
  });
}
