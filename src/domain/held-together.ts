import type { Span } from "./position.ts";

/**
 * What is quoted or bracketed is one thing up to this length: about two sentences of news prose. In a longer quotation each
 * sentence is worth hearing, marking and skipping by itself.
 */
const LONGEST = 200;

/** Openers, each before its closer. „ and ‚ are closed by different marks in different languages. */
const PAIRS = ["()", "[]", "{}", "“”", "„“", "„”", "«»", "»«", "‹›", "（）", "［］", "「」", "『』", "【】", "《》", "〈〉", '""'];

/**
 * The outermost stretches between a quotation mark or bracket and its partner, both included, in order. A mark
 * without a partner near enough holds nothing: inches, smileys and forgotten marks must not swallow a paragraph.
 */
export function heldTogether(text: string): Span[] {
  const held: Span[] = [];
  let open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index } of text.matchAll(/["“”„«»‹›()[\]{}（）［］「」『』【】《》〈〉]/g)) {
    // Inside a word: the gershayim of Hebrew acronyms, typed as a straight quotation mark.
    if (mark === '"' && /\p{L}"\p{L}/u.test(text.slice(Math.max(index - 1, 0), index + 2))) continue;
    open = open.filter(({ at }) => index - at < LONGEST);
    const partner = open.findLastIndex((opener) => PAIRS.includes(opener.mark + mark));
    if (partner >= 0) {
      const start = open[partner]!.at;
      while (held.length > 0 && held.at(-1)!.start > start) held.pop();
      held.push({ start, end: index + 1 });
      open.length = partner;
    } else if (PAIRS.some((pair) => pair.startsWith(mark))) {
      open.push({ mark, at: index });
    }
  }
  return held;
}
