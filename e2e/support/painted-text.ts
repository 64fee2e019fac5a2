import type { Page } from "@playwright/test";
import type { FakeSpeechEvent } from "./fake-speech.ts";

/** The text under the two highlights of read-aloud; without references to notes, which stand in sentences and are not said. */
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
      const [range] = CSS.highlights.get(name) ?? [];
      if (!(range instanceof Range)) return undefined;
      const content = range.cloneContents();
      for (const reference of content.querySelectorAll("[role=doc-noteref]")) reference.remove();
      return content.textContent.replace(/\s+/g, " ");
    };
    Object.assign(globalThis, { paintedText: () => ({ sentence: textUnder("sentence"), word: textUnder("word") }) });
  });
}
