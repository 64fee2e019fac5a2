import createHyphenator from "hyphen";
import type { Span } from "#domain/position.ts";
import { PATTERNS } from "../lazy.ts";

/** The syllables of a text, as far as the patterns of its language know them. They touch within a word; words without a division are left out. */
export type Syllables = (text: string) => Span[][];

/** A character of nobody's, put where a word may be divided. */
const DIVISION = "\uE000";

/** The name of the patterns for a language tag: those of the region ("en-GB"), else of the language ("en"); undefined where there are none. */
export function patternsFor(lang: string): string | undefined {
  for (let tag = lang.toLowerCase(); tag !== ""; tag = tag.replace(/(^|-)[^-]*$/, "")) {
    if (Object.hasOwn(PATTERNS, tag)) return tag;
  }
  return undefined;
}

const loaded = new Map<string, Promise<Syllables>>();

/** Fetches the patterns of a language, once. Rejects where they cannot be had. */
export function loadSyllables(name: string): Promise<Syllables> {
  let syllables = loaded.get(name);
  if (!syllables) {
    syllables = PATTERNS[name]!().then((patterns) => createSyllables(patterns.default));
    loaded.set(name, syllables);
    // The next one to ask tries again.
    syllables.catch(() => loaded.delete(name));
  }
  return syllables;
}

export function createSyllables(patterns: unknown): Syllables {
  const divide = createHyphenator(patterns, { hyphenChar: DIVISION, html: false, minWordLength: 4 });
  return (text) => {
    const words: Span[][] = [];
    let put = 0;
    const divided = divide(text.replaceAll(DIVISION, " "));
    for (const { 0: word, index } of divided.matchAll(/[\p{L}\p{M}’'\uE000]*\uE000[\p{L}\p{M}’'\uE000]*/gu)) {
      // What was put in before this word is no part of the text.
      let at = index - put;
      const parts = word.split(DIVISION);
      put += parts.length - 1;
      words.push(parts.map((part) => ({ start: at, end: (at += part.length) })));
    }
    return words;
  };
}
