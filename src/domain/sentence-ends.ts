/**
 * Where sentences may end. `Intl.Segmenter` knows the terminators of every script, but it takes a line break for a paragraph,
 * ends a sentence inside "said.[3]", and misses a few places where one does end.
 */

export const CLOSERS = "\"'”’“»«›)\\]}」』）】》〉";
export const OPENERS = "\"'“„‘«»‹([{¿¡「『（【《〈";

/** `at` is where the next sentence would begin, `stop` the index after the mark that ends this one. */
export interface PossibleEnd {
  at: number;
  stop: number;
  /** How sure it is: an empty line always ends a sentence, a word that only begins sentences does outside quotations. */
  certain?: "always" | "unless quoted";
}

const MISSED: readonly RegExp[] = [
  // A note mark after the full stop: "said.3 The", "said.[3] The", "said.² The".
  new RegExp(
    `(?<=[\\p{L}\\p{M}%${CLOSERS}])[.!?…][${CLOSERS}]*(?:(?:\\[[\\p{L}\\d]{1,3}\\])+|\\d{1,3}|[¹²³⁰-⁹*†‡]+)\\s+` +
      `(?=[${OPENERS.replace("[", "\\[")}]*[\\p{Lu}\\p{Lo}])`,
    "gu",
  ),
  /[。！？][”’」』）]*(?:\[\d{1,3}\])+/g,
  // A name that begins with a small letter: "Sales rose. iPhone owners".
  new RegExp(`[.!?…][${CLOSERS}]*\\s+(?=\\p{Ll}\\p{Lu})`, "gu"),
  // The ellipsis character, which is no terminator to the platform. Between spaces it is a pause.
  new RegExp(`(?<=\\S)…[${CLOSERS}]*\\s+(?=[${OPENERS.replace("[", "\\[")}]*\\p{Lu})`, "gu"),
  // Before a number, which the platform reads on over to the next small letter: "at once. 20 people stayed".
  new RegExp(`(?<=\\p{L}{5})[.][${CLOSERS}]*\\s+(?=[$€£]?\\d)`, "gu"),
  // French puts a space inside its quotation marks: "« Partons. » Ils".
  new RegExp(`[.!?…]\\s+[»”]\\s+(?=[${OPENERS.replace("[", "\\[")}]*\\p{Lu})`, "gu"),
  // An omission after a whole sentence: "compounds. . . . The practice".
  /(?<=\p{L})\.\s+(?=\. \. \.\s+\p{Lu})/gu,
];

/** A space forgotten after a full stop: "world.Today is". Only before words that begin sentences: "Node.Buffer" is a name. */
const UNSPACED = /(?<=\p{Ll}{2}|\d{3})[.!?](?=(\p{Lu}\p{L}*)(?:\.?\s|[,'’]))/gu;

const EMPTY_LINE = /\n\s*\n\s*/g;

/** Every possible end, in order. `flat` is `text` with a space for every line break. */
export function possibleEnds(
  text: string,
  flat: string,
  segmenter: Intl.Segmenter,
  starters: ReadonlySet<string>,
): PossibleEnd[] {
  const ends = new Map<number, PossibleEnd>();
  const add = (end: PossibleEnd) => ends.set(end.at, end);
  for (const { index } of segmenter.segment(flat)) {
    let at = index;
    // Opening marks count as closing ones to the platform: in 言った。「本当？」 it leaves the first one behind.
    while (/[“„‘«[({「『（【《〈]/.test(flat.charAt(at - 1))) at--;
    let stop = at;
    while (/\s/.test(flat.charAt(stop - 1))) stop--;
    while (/["'”’“»«›)\]}」』）】》〉]/.test(flat.charAt(stop - 1))) stop--;
    add({ at, stop });
  }
  for (const pattern of MISSED)
    for (const { 0: match, index } of flat.matchAll(pattern)) add({ at: index + match.length, stop: index + 1 });
  for (const { 1: next = "", index } of flat.matchAll(UNSPACED))
    if (starters.has(next)) add({ at: index + 1, stop: index + 1, certain: "unless quoted" });
  for (const { 0: match, index } of text.matchAll(EMPTY_LINE)) add({ at: index + match.length, stop: index, certain: "always" });
  return [...ends.values()].sort((a, b) => a.at - b.at);
}
