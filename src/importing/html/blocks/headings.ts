import type { Block } from "#domain/article.ts";

type Heading = Extract<Block, { type: "heading" }>;

/**
 * Gives headings, in document order and with the ranks their page gave them (1 to 6), levels from 2 on without a gap: one that is under
 * another is one level below it. Changes them in place.
 */
export function renumberHeadings(headings: readonly { heading: Heading; rank: number }[]): void {
  const open: number[] = [];
  for (const { heading, rank } of headings) {
    while (open.length > 0 && open.at(-1)! >= rank) open.pop();
    open.push(rank);
    heading.level = Math.min(open.length + 1, 6) as Heading["level"];
  }
}
