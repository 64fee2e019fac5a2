/** How long a text is, and how long it takes to read or hear. */
import { primaryLanguage, segmenter } from "./segmenters.ts";
import type { Leaf } from "./text.ts";

/**
 * Words a minute by primary language; for Chinese and Japanese, characters a minute. Means of adults reading prose aloud from
 * the International Reading Speed Texts: Trauzettel-Klosinski and Dietz 2012, https://doi.org/10.1167/iovs.11-8284, and for Greek
 * Gleni et al. 2019, https://doi.org/10.1097/OPX.0000000000001434. Silent reading that takes the text in is hardly faster.
 */
const PACE: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  el: 208,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 357,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: 255,
};

/** The mean of the 17 languages of the 2012 study. */
const USUAL_PACE = 184;

/**
 * The length of a text without its notes: words as the platform's segmenter finds them, but in Chinese and Japanese characters,
 * which is what their readers count (a word in another script counts as one).
 */
export function countWords(leaves: readonly Leaf[], lang: string): number {
  const byCharacter = /^(?:zh|ja)$/.test(primaryLanguage(lang));
  let count = 0;
  for (const leaf of leaves) {
    if (leaf.inNote) continue;
    if (byCharacter) {
      count += leaf.text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}]+/gu)?.length ?? 0;
    } else {
      for (const part of segmenter(leaf.lang ?? lang, "word").segment(leaf.text)) if (part.isWordLike) count++;
    }
  }
  return count;
}

/** Minutes to read a text of so many words, as `countWords` counts them in this language. At least 1. */
export function readingMinutes({ words }: { words: number }, lang: string): number {
  return Math.max(1, Math.round(words / (PACE[primaryLanguage(lang)] ?? USUAL_PACE)));
}

/** What is left of so many minutes when a fraction of the text, 0 to 1, has been read: at least 1 until all of it has. */
export function minutesLeft(minutes: number, read: number): number {
  return read >= 1 ? 0 : Math.max(1, Math.round(minutes * (1 - Math.max(read, 0))));
}
