import type { Page } from "@playwright/test";
import type { FakeSpeechEvent } from "./fake-speech.ts";

/** The text under the two highlights of read-aloud. */
export interface PaintedText {
  sentence?: string;
  word?: string;
}

/** What the voice has told, and what was painted then. */
export interface Heard extends FakeSpeechEvent {
  painted: PaintedText;
}

type PageWithPaint = typeof globalThis & { paintedText(): PaintedText; heard: Heard[] };

export async function paintedText(page: Page): Promise<PaintedText> {
  await installPaintedText(page);
  return page.evaluate(() => (globalThis as PageWithPaint).paintedText());
}

/** From now on notes what is painted whenever the voice has told something. */
export async function recordHeard(page: Page): Promise<() => Promise<Heard[]>> {
  await installPaintedText(page);
  await page.evaluate(() => {
    const { paintedText } = globalThis as PageWithPaint;
    const heard: Heard[] = [];
    addEventListener("fake-speech", (event) => {
      heard.push({ ...(event as CustomEvent<FakeSpeechEvent>).detail, painted: paintedText() });
    });
    Object.assign(globalThis, { heard });
  });
  return () => page.evaluate(() => (globalThis as PageWithPaint).heard);
}

async function installPaintedText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const textUnder = (name: string) => {
      const ranges = [...(CSS.highlights.get(name) ?? [])].filter((range) => range instanceof Range);
      if (ranges.length === 0) return undefined;
      const text = ranges.map((range) => range.cloneContents().textContent);
      return text.join("").replace(/\s+/g, " ");
    };
    Object.assign(globalThis, { paintedText: () => ({ sentence: textUnder("sentence"), word: textUnder("word") }) });
  });
}
