/**
 * Text cut into sentences and words. All offsets are UTF-16 units of the text given; every other part of the app that speaks,
 * marks or measures a sentence or a word takes it from here.
 *
 * WARNING: part of the reader's first load, with the abbreviations. Keep it small.
 */
import { english } from "./abbreviations/english.ts";
import { habitsOf, learnHabits } from "./abbreviations/habits.ts";
import { heldTogether } from "./held-together.ts";
import type { Span } from "./position.ts";
import { runsOn } from "./run-on.ts";
import { primaryLanguage, segmenter } from "./segmenters.ts";
import { possibleEnds } from "./sentence-ends.ts";

learnHabits({ en: english });

/** Thai and Lao put a space where others put a full stop, and also where others put a comma. A phrase is at least this long. */
const PHRASE = 40;

/**
 * The sentences of a block's text: they touch, and cover it from 0 to its length. White space belongs to the sentence before
 * it. `lang` may be any string; what is not a language tag is treated as an unknown language. `Intl.Segmenter` with rules
 * after the Golden Rules of pragmatic_segmenter (https://github.com/diasks2/pragmatic_segmenter).
 */
export function sentences(text: string, lang: string): Span[] {
  if (text === "") return [];
  const habits = habitsOf(primaryLanguage(lang));
  const flat = text.replace(/[\n\v\f\r\x85\u2028\u2029]/g, " ");
  const held = heldTogether(flat);
  const spans: Span[] = [];
  const first = text.length - flat.trimStart().length;
  const last = flat.trimEnd().length;
  let start = 0;
  let near = 0;
  for (const end of possibleEnds(text, flat, lang, habits.starters)) {
    const { at, certain } = end;
    if (at <= Math.max(start, first)) continue;
    if (at >= last) break;
    while (near < held.length && held[near]!.end <= at) near++;
    if (certain !== "always" && near < held.length && held[near]!.start < at) continue;
    if (certain === "if long" ? at - start < PHRASE : !certain && runsOn(flat, start, end, habits)) continue;
    spans.push({ start, end: at });
    start = at;
  }
  spans.push({ start, end: text.length });
  return spans;
}

/** The words of a text, without white space and punctuation. Browsers disagree on words in scripts without spaces: never store one's number. */
export function words(text: string, lang: string): Span[] {
  const spans: Span[] = [];
  for (const { index, segment, isWordLike } of segmenter(lang, "word").segment(text))
    if (isWordLike) spans.push({ start: index, end: index + segment.length });
  return spans;
}

/**
 * The index of the span that holds the offset, in spans that are in order: the one that begins there if two touch, the last
 * before it if it is in a gap or past the end; -1 before the first.
 */
export function sentenceAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
