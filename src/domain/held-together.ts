import type { Span } from "./position.ts";

/**
 * What is quoted or bracketed is one thing up to this length: about two sentences of news prose. In a longer quotation each
 * sentence is worth hearing, marking and skipping by itself.
 */
const LONGEST = 200;

/** Marks open at once. More is not writing. */
const DEEPEST = 9;

/** Each opener before each of its closers: „ is closed by different marks in different languages. */
const PAIRS = '() [] {} “” „“ „” «» »« ‹› （） ［］ 「」 『』 【】 《》 〈〉 ""'.split(" ");

/**
 * The outermost stretches between a quotation mark or bracket and its partner, both included, in order. A mark
 * without a partner near enough holds nothing: inches, smileys and forgotten marks must not swallow a paragraph.
 */
export function heldTogether(text: string): Span[] {
  const held: Span[] = [];
  const open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index } of text.matchAll(/["“”„«»‹›()[\]{}（）［］「」『』【】《》〈〉]/g)) {
    while (open.length > DEEPEST || (open.length > 0 && index - open[0]!.at > LONGEST)) open.shift();
    // A straight mark tells by its neighbours what it can be. Inside a word it is neither: Hebrew acronyms have one.
    const straight = mark === '"';
    const mayClose = !straight || !/[\p{L}\p{N}]/u.test(text.charAt(index + 1));
    const mayOpen = !straight || !/[\p{L}\p{N}.,;:!?]/u.test(text.charAt(index - 1));
    const partner = mayClose ? open.findLastIndex((opener) => PAIRS.includes(opener.mark + mark)) : -1;
    if (partner >= 0) {
      const start = open[partner]!.at;
      while (held.length > 0 && held.at(-1)!.start > start) held.pop();
      held.push({ start, end: index + 1 });
      open.length = partner;
    } else if (mayOpen && PAIRS.some((pair) => pair.startsWith(mark))) {
      open.push({ mark, at: index });
    }
  }
  return held;
}
