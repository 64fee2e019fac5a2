import { type Download, expect, type Locator, type Page } from "@playwright/test";
import type { Article } from "../../src/domain/article.ts";
import { audioNow, watchAudio } from "./audio-element.ts";
import { openArticle } from "./screens.ts";
import { serveArticle } from "./served-article.ts";

export function savingSheet(page: Page): Locator {
  return page.getByRole("dialog", { name: "Save as audio" });
}

/** What tells of it on every page. */
export function savingNotice(page: Page): Locator {
  return page.getByRole("region", { name: "Save as audio" });
}

/** Opens an article, or takes that which is open, its player with all controls, and the sheet; the voice is paused unless it is to go on. */
export async function openSavingSheet(page: Page, id?: string, { playing = false, start = true } = {}): Promise<void> {
  if (id) await openArticle(page, id);
  else await expect(page.locator(".bar-progress")).not.toBeEmpty();
  const listen = page.getByRole("button", { name: "Listen", exact: true });
  if (await listen.isVisible()) await listen.click();
  const more = page.getByRole("button", { name: "More controls" });
  await more.waitFor();
  // What is played within the press itself is a moment of silence.
  if (id || playing)
    await expect.poll(async () => (await audioNow(page))?.duration ?? 0, { timeout: 80_000 }).toBeGreaterThan(0.5);
  const pause = page.getByRole("button", { name: "Pause" });
  if (!playing && (await pause.isVisible())) await pause.click();
  if ((await more.getAttribute("aria-expanded")) === "false") await more.click();
  await page.getByRole("button", { name: "Save as audio" }).click();
  if (start) await savingSheet(page).getByRole("button", { name: "Start" }).waitFor();
}

/**
 * Before a page is opened: this article in its first blocks alone, for how long its sound takes is not what is tested, in a browser that gives files
 * to the downloads. Where the worker has the article, the server is not asked.
 */
export async function shortenArticle(page: Page, { record, body }: Article, blocks: number): Promise<void> {
  await serveArticle(page, { record, body: { ...body, blocks: body.blocks.slice(0, blocks) } });
  await watchAudio(page);
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
}

/** Starts a file that is held up after a few sentences, see `holdVoice`. */
export async function startHeld(page: Page, id: string): ReturnType<typeof holdVoice> {
  const hold = await holdVoice(page);
  await openSavingSheet(page, id);
  await savingSheet(page).getByRole("button", { name: "Start" }).click();
  await hold.letThrough(3);
  return hold;
}

export async function downloadFrom(page: Page, where: Locator): Promise<Download> {
  const arriving = page.waitForEvent("download");
  await where.getByRole("link", { name: "Save the file" }).click();
  return arriving;
}

/** Holds up what makes sound files, sentence by sentence, as a slow device does; and can have its voice die with an error that says so. */
export async function holdVoice(
  page: Page,
): Promise<{ letThrough(sentences: number): Promise<void>; break(message: string): Promise<void> }> {
  const hold = () => {
    // Not before there is a page.
    if (!("AudioEncoder" in globalThis)) return;
    const waiting = new Set<AudioEncoder>();
    let allowed = 0;
    const { get } = Object.getOwnPropertyDescriptor(AudioEncoder.prototype, "encodeQueueSize")!;
    Object.defineProperty(AudioEncoder.prototype, "encodeQueueSize", {
      get(this: AudioEncoder) {
        waiting.add(this);
        return allowed-- > 0 ? (get!.call(this) as number) : 99;
      },
    });
    Object.assign(globalThis, {
      letThrough(sentences: number) {
        allowed = Math.max(allowed, 0) + sentences;
        for (const encoder of waiting) encoder.dispatchEvent(new Event("dequeue"));
      },
      breakVoice(message: string) {
        const { postMessage } = Worker.prototype;
        let deaths = 0;
        Worker.prototype.postMessage = function die(this: Worker, ...args: [{ type?: string }, ...unknown[]]) {
          if (args[0].type === "render" && deaths++ < 2) this.dispatchEvent(new ErrorEvent("error", { message }));
          else (postMessage as (...args: unknown[]) => void).apply(this, args);
        } as typeof postMessage;
      },
    });
  };
  await page.addInitScript(hold);
  await page.evaluate(hold);
  type HeldPage = typeof globalThis & { letThrough(sentences: number): void; breakVoice(message: string): void };
  const letThrough = (sentences: number) =>
    page.evaluate((count) => (globalThis as HeldPage).letThrough(count), sentences);
  return {
    letThrough,
    async break(message) {
      await page.evaluate((says) => (globalThis as HeldPage).breakVoice(says), message);
      await letThrough(2);
    },
  };
}
