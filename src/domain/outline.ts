/** The sections of an article, from its headings. */
import type { Position } from "./position.ts";
import type { Leaf } from "./text.ts";

export interface Section {
  heading: Leaf;
  /** The sections within this one. */
  sections: Section[];
}

/** The headings of a text as a tree. A heading belongs to the nearest one before it of a higher rank, also where a rank was skipped. */
export function outlineOf(leaves: readonly Leaf[]): Section[] {
  const top: Section[] = [];
  const open: Section[] = [];
  for (const heading of headingsOf(leaves)) {
    const section: Section = { heading, sections: [] };
    while (open.length > 0 && open.at(-1)!.heading.level! >= heading.level!) open.pop();
    (open.at(-1)?.sections ?? top).push(section);
    open.push(section);
  }
  return top;
}

/** The heading whose section a place is in; undefined before the first one, and in a note. */
export function sectionAt(position: Position, leaves: readonly Leaf[]): Leaf | undefined {
  if (leaves[position.block]?.inNote) return undefined;
  return headingsOf(leaves).findLast(({ number }) => number <= position.block);
}

function headingsOf(leaves: readonly Leaf[]): Leaf[] {
  return leaves.filter(({ kind, inNote, text }) => kind === "heading" && !inNote && text.trim() !== "");
}
