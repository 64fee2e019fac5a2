/** What tests of the player share: an article of short sentences, and a page that can be hidden. */
import type { Utterance } from "#domain/utterances.ts";
import type { PageVisibility } from "./page-visibility.ts";

export const ENGLISH_READER = { voices: {}, languages: ["en-GB"], offlineOnly: true };

/** One paragraph for each list of sentences, in English. */
export function paragraphs(...texts: string[][]): Utterance[] {
  return texts.flatMap((sentences, block) => {
    let start = 0;
    return sentences.map((text, index) => {
      const span = { start, end: start + text.length };
      start = span.end + 1;
      return { block, text, lang: "en", span, edits: [], startsBlock: index === 0 };
    });
  });
}

export class FakePage implements PageVisibility {
  hidden = false;
  #listeners: (() => void)[] = [];
  onChange(listener: () => void): () => void {
    this.#listeners.push(listener);
    return () => {};
  }
  show(visible: boolean): void {
    this.hidden = !visible;
    for (const listener of this.#listeners) listener();
  }
}
