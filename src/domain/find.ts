/** Finding words in an article: over the one text projection, within a leaf and across everything that is marked up in it. */
import { fold, type Folded } from "./fold.ts";
import type { Span } from "./position.ts";
import type { Leaf } from "./text.ts";

/** A stretch of a leaf's text, in UTF-16 units. */
export interface Match extends Span {
  /** The leaf's number. */
  block: number;
}

/** Looks for words in one article, any number of times. */
export interface Finder {
  /** Every place of these words, in the order of the text; places do not overlap. None for a query of nothing but space. */
  find(query: string): Match[];
}

/** What is compared of a query: see `fold`. Space around it does not count. */
export function foldQuery(query: string): string {
  return fold(query).text.trim();
}

/** Takes up an article. Folds it when first asked. */
export function createFinder(leaves: readonly Leaf[]): Finder {
  let folded: { block: number; text: Folded }[] | undefined;
  return {
    find(query) {
      const wanted = foldQuery(query);
      if (wanted === "") return [];
      folded ??= leaves.map(({ number, text }) => ({ block: number, text: fold(text) }));
      return folded.flatMap(({ block, text }) => findIn(text, wanted).map((span) => ({ block, ...span })));
    },
  };
}

/** The spans of a folded text that are exactly these folded words. Half of a character is no match: "f" is not found in "ﬁ". */
function findIn({ text, starts, ends }: Folded, wanted: string): Span[] {
  const spans: Span[] = [];
  let at = text.indexOf(wanted);
  while (at >= 0) {
    const end = at + wanted.length;
    const whole = starts[at] !== starts[at - 1] && starts[end] !== starts[end - 1];
    if (whole) spans.push({ start: starts[at]!, end: ends[end - 1]! });
    at = text.indexOf(wanted, whole ? end : at + 1);
  }
  return spans;
}

/** The index of the match at or after a place, else 0: where looking begins. */
export function nearestMatch(matches: readonly Match[], from: { block: number; offset: number }): number {
  const index = matches.findIndex(
    ({ block, end }) => block > from.block || (block === from.block && end > from.offset),
  );
  return Math.max(index, 0);
}
