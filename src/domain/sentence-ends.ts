/**
 * Where sentences may end. `Intl.Segmenter` knows the terminators of every script, but it takes a line break for a paragraph,
 * ends a sentence inside "said.[3]", and misses a few places where one does end.
 */
import { CLOSERS, OPENERS } from "./marks.ts";
import { segmenter } from "./segmenters.ts";

/** `at` is where the next sentence would begin, `stop` the index after the mark that ends this one. */
export interface PossibleEnd {
  at: number;
  stop: number;
  /** Needs no judgement by its words: an empty line, a word that only begins sentences, a space between phrases of Thai. */
  certain?: "always" | "unless quoted" | "if long";
}

const STOP = `[.!?…][${CLOSERS}]*`;
const CAPITAL = `[${OPENERS}]*\\p{Lu}`;

const MISSED: readonly RegExp[] = [
  // A note mark after the full stop: "said.[3] The", "said. [3] The", "said.3 The", "said.² The".
  `${STOP}\\s?(?:\\[[\\p{L}\\d]{1,3}\\]\\s?)+(?=[${OPENERS}]*[\\p{Lu}\\p{Lo}])`,
  `(?<=[\\p{L}\\p{M}%${CLOSERS}])${STOP}(?:\\d{1,3}|[¹²³⁰-⁹*†‡]+)\\s+(?=${CAPITAL})`,
  "[。！？][”’」』）]*(?:\\[\\d{1,3}\\])+",
  // A name that begins with a small letter: "Sales rose. iPhone owners".
  `${STOP}\\s+(?=\\p{Ll}\\p{Lu})`,
  // The ellipsis character, which is no terminator to the platform. Between spaces it is a pause.
  `(?<=\\S)…[${CLOSERS}]*\\s+(?=${CAPITAL})`,
  // Before a number, which the platform reads on over to the next small letter: "at once. 20 people stayed".
  `(?<=\\p{L}{4})[.][${CLOSERS}]*\\s+(?=[$€£]?\\d)`,
  // A dash before what is said, as in Polish and Russian, and a space inside quotation marks, as in French: "« Partons. » Ils".
  `${STOP}\\s+(?=[–—]\\s+${CAPITAL})`,
  `[.!?…]\\s+[»”]\\s+(?=${CAPITAL})`,
  // An omission after a whole sentence: "compounds. . . . The practice".
  "(?<=\\p{L})\\.\\s+(?=\\. \\. \\.\\s+\\p{Lu})",
].map((pattern) => new RegExp(pattern, "gu"));

const CLOSER = new RegExp(`[${CLOSERS}]`);

const LEFT_BEHIND = /[“„‘«[({「『（【《〈]/;

/** A space forgotten after a full stop: "world.Today is". Only before words that begin sentences: "Node.Buffer" is a name. */
const UNSPACED = /(?<=\p{Ll}{2}|\d{3})[.!?](?=(\p{Lu}\p{L}*)(?:\.?\s|[,'’]))/gu;

const EMPTY_LINE = /\n\s*\n\s*/g;

/** Every possible end, in order. `flat` is `text` with a space for every line break. */
export function possibleEnds(text: string, flat: string, lang: string, starters: ReadonlySet<string>): PossibleEnd[] {
  const ends = new Map<number, PossibleEnd>();
  const add = (end: PossibleEnd) => {
    let { at } = end;
    while (/\s/.test(flat.charAt(at))) at++;
    ends.set(at, { ...end, at });
  };
  for (const { index } of segmenter(lang, "sentence").segment(flat)) {
    let at = index;
    // Opening marks count as closing ones to the platform: in 言った。「本当？」 it leaves the first one behind.
    while (LEFT_BEHIND.test(flat.charAt(at - 1))) at--;
    let stop = at;
    while (/\s/.test(flat.charAt(stop - 1))) stop--;
    while (CLOSER.test(flat.charAt(stop - 1))) stop--;
    add({ at, stop });
  }
  for (const pattern of MISSED)
    for (const { 0: match, index } of flat.matchAll(pattern)) add({ at: index + match.length, stop: index + 1 });
  for (const { 1: next = "", index } of flat.matchAll(UNSPACED))
    if (starters.has(next)) add({ at: index + 1, stop: index + 1, certain: "unless quoted" });
  for (const { 0: match, index } of text.matchAll(EMPTY_LINE))
    add({ at: index + match.length, stop: index, certain: "always" });
  for (const { 0: space, index } of flat.matchAll(/(?<=[\u0e00-\u0eff])\s+(?=[\u0e00-\u0eff])/g))
    add({ at: index + space.length, stop: index, certain: "if long" });
  return [...ends.values()].sort((a, b) => a.at - b.at);
}
