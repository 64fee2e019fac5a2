import type { Leaf } from "./text.ts";

/** A place in an article's text: the leaf's number and a UTF-16 offset into its text, 0 to its length. */
export interface Position {
  block: number;
  offset: number;
}

/** A stretch of one leaf's text: UTF-16 offsets, `end` exclusive. A span never leaves its leaf. */
export interface Span {
  start: number;
  end: number;
}

/** From this part of the text on an article counts as read: the last lines are often a signature. */
export const FINISHED = 0.985;

export const START: Position = { block: 0, offset: 0 };

export function comparePositions(a: Position, b: Position): number {
  return a.block - b.block || a.offset - b.offset;
}

/** The nearest place that exists in these leaves: for positions that were stored, typed or come from an older text. */
export function clampPosition(position: Position, leaves: readonly Leaf[]): Position {
  if (leaves.length === 0) return START;
  if (!(position.block >= 0)) return START;
  const last = leaves.length - 1;
  if (position.block > last) return { block: last, offset: leaves[last]!.text.length };
  const block = Math.floor(position.block);
  const length = leaves[block]!.text.length;
  const offset = Math.min(Math.max(Math.floor(position.offset) || 0, 0), length);
  return { block, offset };
}

/** `12.340`: how a position is written in an address. */
export function formatPosition({ block, offset }: Position): string {
  return `${block}.${offset}`;
}

/** The inverse of `formatPosition`; undefined for anything else. */
export function parsePosition(text: string): Position | undefined {
  const match = /^(\d{1,7})\.(\d{1,9})$/.exec(text);
  return match ? { block: Number(match[1]), offset: Number(match[2]) } : undefined;
}

/**
 * How far a position is through the text, 0 to 1, by characters. Notes do not count: an article is finished when its last
 * sentence is, whatever stands below it.
 */
export function progressAt(position: Position, leaves: readonly Leaf[]): number {
  let before = 0;
  let total = 0;
  for (const leaf of leaves) {
    if (leaf.inNote) continue;
    total += leaf.text.length;
    if (leaf.number < position.block) before += leaf.text.length;
    else if (leaf.number === position.block) before += Math.min(position.offset, leaf.text.length);
  }
  return total === 0 ? 0 : before / total;
}
