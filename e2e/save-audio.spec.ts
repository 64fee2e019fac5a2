import { readFile } from "node:fs/promises";
import { type Download, expect, type Page, test } from "@playwright/test";
import { audioNow, watchAudio } from "./support/audio-element.ts";
import { expectNoViolations } from "./support/axe.ts";
import { japaneseArticle } from "./support/japanese.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { downloadFrom, openSavingSheet, savingSheet } from "./support/saving-audio.ts";
import { openArticle, RTL_ARTICLE } from "./support/screens.ts";
import { serveArticle } from "./support/served-article.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

/** In a browser whose system has no voice: the built-in one is at hand at once. */
test.beforeEach(async ({ page }) => {
  await watchAudio(page);
  // As in Firefox and Safari, and as on phones; with it: see the tests of picking a file.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
});

const PATIENCE = { timeout: 80_000 };

test("an article becomes a file that plays, while the voice reads on", async ({ page }) => {
  await openSavingSheet(page, LONG_ARTICLE, { playing: true });
  const sheet = savingSheet(page);
  await expect(sheet).toContainText("about 4 minutes at the voice’s own speed");
  await expect(sheet.getByRole("radio", { name: /^Opus, the small one: about 0\.\d MB$/ })).toBeChecked();
  const before = (await audioNow(page))!;
  await sheet.getByRole("button", { name: "Start" }).click();
  await expect(sheet).toContainText(/Reading into the file: \d+ %/);
  await expect(sheet.locator("progress")).toBeVisible();
  await expect(sheet).toContainText(/Ready: \d minutes, [\d.]+ MB\./, PATIENCE);
  const now = (await audioNow(page))!;
  expect(now.playing, "it reads on").toBe(true);
  expect(now.src !== before.src || now.time > before.time).toBe(true);

  const file = await downloadFrom(page, savingSheet(page));
  expect(file.suggestedFilename()).toBe(`${shippedArticle(LONG_ARTICLE).record.title}.opus`);
  const { seconds, loudness } = await listenToFile(page, file);
  expect(seconds).toBeGreaterThan(150);
  expect(seconds).toBeLessThan(400);
  expect(loudness).toBeGreaterThan(0.02);
});

test("by keyboard alone, with the title in the file", { tag: "@once" }, async ({ page }) => {
  await openSavingSheet(page, LONG_ARTICLE);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Save as audio" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(savingSheet(page).getByRole("heading")).toBeFocused();
  await tabTo(page, "Close");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: /^Opus/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^WAV/ })).toBeChecked();
  await tabTo(page, "Start");
  await page.keyboard.press("Enter");
  expect(await focused(page), "what goes on has the focus, and no second press stops it").toMatch(/^p /);
  await expect(page.getByRole("link", { name: "Save the file" })).toBeFocused(PATIENCE);
  const arriving = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/\.wav$/);
  const head = (await readFile(await file.path())).subarray(0, 400).toString();
  expect(head).toContain(`INAM`);
  expect(head).toContain(shippedArticle(LONG_ARTICLE).record.title);
  expect((await listenToFile(page, file)).loudness).toBeGreaterThan(0.02);
  await tabTo(page, "Make another one");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Start" })).toBeFocused();
});

test("is stopped by Cancel, and leaves nothing", async ({ page }) => {
  await countWorkers(page);
  await openSavingSheet(page, LONG_ARTICLE);
  const idle = await workers(page);
  await savingSheet(page).getByRole("button", { name: "Start" }).click();
  await savingSheet(page).getByRole("button", { name: "Cancel" }).click();
  await expect(savingSheet(page)).toContainText("Stopped. Nothing was kept.");
  await expect(savingSheet(page).getByRole("button", { name: "Start" })).toBeFocused();
  await expect.poll(() => workers(page)).toBe(idle);
  const files = await page.evaluate(() =>
    [...(globalThis as unknown as { audioBlobs: Map<string, Blob> }).audioBlobs.values()].map(({ type }) => type),
  );
  expect(files).not.toContain("audio/ogg");
});

test("works without a network once the language is on the device", { tag: "@once" }, async ({ page, context }) => {
  await page.goto("./");
  await workerReady(page);
  await openSavingSheet(page, LONG_ARTICLE);
  await expect(savingSheet(page).getByRole("radio", { name: /^Opus/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Voice: / })).toContainText("on this device");
  await context.setOffline(true);
  await page.reload();
  for (const kind of ["Opus", "WAV"]) {
    // The file before is still there, for it was only given to the browser.
    await openSavingSheet(page, undefined, { start: kind === "Opus" });
    if (kind === "WAV") await savingSheet(page).getByRole("button", { name: "Make another one" }).click();
    await savingSheet(page)
      .getByRole("radio", { name: new RegExp(`^${kind}`) })
      .check();
    await savingSheet(page).getByRole("button", { name: "Start" }).click();
    await expect(savingSheet(page).getByRole("link", { name: "Save the file" })).toBeVisible(PATIENCE);
    // Names in other scripts: their voices have not been fetched.
    await expect(savingSheet(page)).toContainText("were left out: their voice is not on this device");
    expect((await listenToFile(page, await downloadFrom(page, savingSheet(page)))).seconds).toBeGreaterThan(150);
    await page.keyboard.press("Escape");
  }
});

test(
  "says which voice it lacks without a network, and goes on with one",
  { tag: "@once" },
  async ({ page, context }) => {
    await page.goto("./");
    await workerReady(page);
    await openSavingSheet(page, LONG_ARTICLE);
    await context.setOffline(true);
    await openArticle(page, RTL_ARTICLE);
    await openSavingSheet(page);
    await savingSheet(page).getByRole("button", { name: "Start" }).click();
    const alert = savingSheet(page).getByRole("alert");
    await expect(alert).toContainText("The built-in voice for Arabic is not on this device");
    await expect(alert).toContainText("Nothing was saved, and nothing is lost.");
    await expectNoViolations(page, "save as audio, without its voice");
    await context.setOffline(false);
    await savingSheet(page).getByRole("button", { name: "Try again" }).click();
    await expect(savingSheet(page).getByRole("link", { name: "Save the file" })).toBeVisible(PATIENCE);
  },
);

test.describe("what cannot be", { tag: "@once" }, () => {
  test.use({ serviceWorkers: "block" });

  test("a language that the voice does not speak is named before anything is made", async ({ page }) => {
    const { record, body } = shippedArticle(LONG_ARTICLE);
    const [japanese] = japaneseArticle(LONG_ARTICLE).body.blocks;
    const blocks = [...body.blocks.slice(0, 1), { ...japanese!, lang: "ja" }];
    await serveArticle(page, { record, body: { ...body, blocks } });
    await openSavingSheet(page, LONG_ARTICLE);
    await expect(savingSheet(page)).toContainText("Passages in Japanese will be left out");
    await savingSheet(page).getByRole("button", { name: "Start" }).click();
    await expect(savingSheet(page)).toContainText("Ready:", PATIENCE);
  });

  test("without an encoder there is WAV", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "AudioEncoder"));
    await openSavingSheet(page, LONG_ARTICLE);
    await expect(savingSheet(page)).toContainText(
      /It will be a WAV file, about \d+ MB: this browser makes no smaller kind\./,
    );
    await expect(savingSheet(page).getByRole("radio")).toHaveCount(0);
    await savingSheet(page).getByRole("button", { name: "Start" }).click();
    await savingSheet(page).getByRole("link", { name: "Save the file" }).waitFor(PATIENCE);
    expect((await downloadFrom(page, savingSheet(page))).suggestedFilename()).toMatch(/\.wav$/);
  });

  test("a voice that dies is told of, and can be tried again", async ({ page }) => {
    await openSavingSheet(page, LONG_ARTICLE);
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function die(this: Worker, ...args: [{ type?: string }, ...unknown[]]) {
        if (args[0].type === "render") this.dispatchEvent(new ErrorEvent("error", { message: "it is no function" }));
        else (postMessage as (...args: unknown[]) => void).apply(this, args);
      } as typeof postMessage;
      Object.assign(globalThis, { heal: () => (Worker.prototype.postMessage = postMessage) });
    });
    await savingSheet(page).getByRole("button", { name: "Start" }).click();
    await expect(savingSheet(page).getByRole("alert")).toContainText("The voice stopped with an error, twice.");
    await page.evaluate(() => (globalThis as unknown as { heal(): void }).heal());
    await savingSheet(page).getByRole("button", { name: "Try again" }).click();
    await expect(savingSheet(page).getByRole("link", { name: "Save the file" })).toBeVisible(PATIENCE);
  });
});

/** The saved file, as the browser decodes it: its length in seconds, and its loudness (root mean square). */
async function listenToFile(page: Page, file: Download): Promise<{ seconds: number; loudness: number }> {
  const content = (await readFile(await file.path())).toString("base64");
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const audio = await new OfflineAudioContext(1, 1, 22_050).decodeAudioData(bytes.buffer);
    const samples = audio.getChannelData(0);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    return { seconds: audio.duration, loudness: Math.sqrt(power) };
  }, content);
}

/** Counts the workers that live in the page. */
async function countWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const living = new Set<Worker>();
    const { postMessage, terminate } = Worker.prototype;
    Worker.prototype.postMessage = function watched(this: Worker, ...args: unknown[]) {
      living.add(this);
      return (postMessage as (...args: unknown[]) => void).apply(this, args);
    } as typeof postMessage;
    Worker.prototype.terminate = function watched(this: Worker) {
      living.delete(this);
      return terminate.call(this);
    };
    Object.assign(globalThis, { livingWorkers: living });
  });
}

function workers(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { livingWorkers: Set<Worker> }).livingWorkers.size);
}

test.describe("where the browser lets the reader pick a file", { tag: "@once" }, () => {
  /** A FAKE of the system's own dialogue, which no test can press; the file that it gives is one of the page's own. */
  async function pickFiles(page: Page): Promise<void> {
    await page.addInitScript(() => {
      Object.assign(window, {
        pick: "file",
        async showSaveFilePicker({ suggestedName }: { suggestedName: string }) {
          const { pick } = window as unknown as { pick: string };
          if (pick === "nothing") throw new DOMException("", "AbortError");
          const folder = await navigator.storage.getDirectory();
          const handle = await folder.getFileHandle(suggestedName, { create: true });
          if (pick === "full") handle.createWritable = () => Promise.reject(new DOMException("", "QuotaExceededError"));
          return handle;
        },
      });
    });
  }
  const files = (page: Page) =>
    page.evaluate(async () => {
      const folder = (await navigator.storage.getDirectory()) as unknown as {
        values(): AsyncIterable<FileSystemFileHandle>;
      };
      const found: [string, number][] = [];
      for await (const handle of folder.values()) found.push([handle.name, (await handle.getFile()).size]);
      return found;
    });
  const setPick = (page: Page, pick: string) =>
    page.evaluate((wanted) => Object.assign(window, { pick: wanted }), pick);

  test("it is written there; picking none, and a full disk, leave nothing behind", async ({ page }) => {
    await pickFiles(page);
    await openSavingSheet(page, LONG_ARTICLE);
    const sheet = savingSheet(page);
    await sheet.getByRole("button", { name: "Start" }).click();
    const save = sheet.getByRole("button", { name: "Save the file" });
    await expect(save).toBeFocused(PATIENCE);

    await setPick(page, "nothing");
    await save.click();
    await expect(save).toBeEnabled();
    expect(await files(page)).toEqual([]);

    await setPick(page, "file");
    await save.click();
    const name = `${shippedArticle(LONG_ARTICLE).record.title}.opus`;
    await expect(sheet).toContainText(`Saved as ${name}.`);
    const [[saved, bytes]] = (await files(page)) as [[string, number]];
    expect(saved).toBe(name);
    expect(bytes).toBeGreaterThan(100_000);
    await setPick(page, "nothing");
    await save.click();
    await expect(save).toBeEnabled();
    await expect(sheet, "picking none takes nothing back").toContainText(`Saved as ${name}.`);

    await page.evaluate(async (old) => (await navigator.storage.getDirectory()).removeEntry(old), name);
    await setPick(page, "full");
    await save.click();
    await expect(sheet.getByRole("alert")).toContainText("could not be written there");
    await expect(sheet.getByRole("link", { name: "Save the file" })).toBeVisible();
    expect(await files(page)).toEqual([]);
  });
});
