import type { Position } from "./position.ts";
import type { Leaf } from "./text.ts";

/** So much of the text, in UTF-16 units, tells a place from all others of an article, as a rule. */
const QUOTE = 48;

/** The words that begin at a position: kept with it, so that it is found again in a text that has been revised. */
export function quoteAt({ block, offset }: Position, leaves: readonly Leaf[]): string {
  return leaves[block]?.text.slice(offset, offset + QUOTE) ?? "";
}

/**
 * Where a place of an older text is in this one: at its quote, of several at the one nearest to where it was; else as far through
 * the text as it was then, `fraction` from 0 to 1, at the beginning of a leaf.
 */
export function findAgain(was: Position, quote: string, fraction: number, leaves: readonly Leaf[]): Position {
  let nearest: Position | undefined;
  const distance = ({ block, offset }: Position) => Math.abs(block - was.block) * 1e6 + Math.abs(offset - was.offset);
  for (const { number, text } of quote.trim() === "" ? [] : leaves) {
    for (let offset = text.indexOf(quote); offset >= 0; offset = text.indexOf(quote, offset + 1)) {
      const found = { block: number, offset };
      if (!nearest || distance(found) < distance(nearest)) nearest = found;
    }
  }
  return nearest ?? leafAt(fraction, leaves);
}

function leafAt(fraction: number, leaves: readonly Leaf[]): Position {
  const flow = leaves.filter((leaf) => !leaf.inNote);
  let left = fraction * flow.reduce((sum, { text }) => sum + text.length, 0);
  for (const { number, text } of flow) {
    if (left < text.length) return { block: number, offset: 0 };
    left -= text.length;
  }
  return { block: flow.at(-1)?.number ?? 0, offset: 0 };
}
