import type { Run } from "../page.ts";
import type { Box } from "./painted.ts";

/** Of a page: so many are the points of a chart. */
const MOST = 200;

/** In multiples of the type's size: how far before its text a bullet stands, and how large it is. */
const NEAR = { least: 0.08, most: 1.8 };
const SIZE = { least: 0.15, most: 0.65 };
/** The white that a bullet as a letter has behind it. */
const BLANK = 0.3;

/** The text of a page with a bullet for each dot that is drawn in front of a line: browsers draw those of lists where they print. */
export function withBullets(runs: Run[], dots: Box[]): Run[] {
  if (dots.length > MOST) return runs;
  const bullets = dots.flatMap((dot) => bulletOf(dot, runs) ?? []);
  return bullets.length > 0 ? [...runs, ...bullets] : runs;
}

function bulletOf(dot: Box, runs: Run[]): Run | undefined {
  const beside = runs.filter((run) => run.text.trim() && isBeside(dot, run));
  const [first] = beside.toSorted((a, b) => Math.abs(gapOf(dot, a)) - Math.abs(gapOf(dot, b)));
  if (!first) return undefined;
  const { size, y, look, rtl } = first;
  const gap = gapOf(dot, first);
  if (gap < size * NEAR.least || gap > size * NEAR.most) return undefined;
  // Something stands before it in the line: it is no beginning of one.
  if (beside.some((other) => other !== first && isBefore(dot, other, rtl))) return undefined;
  const [left, right] = rtl
    ? [first.x + first.width + size * BLANK, Math.max(dot.right, first.x + first.width + size * 2 * BLANK)]
    : [Math.min(dot.left, first.x - size * 2 * BLANK), first.x - size * BLANK];
  return { text: "•", x: left, y, width: right - left, size, look, rtl };
}

/** In the middle of the height of the small letters, about, and no larger than those. */
function isBeside({ left, right, top, bottom }: Box, { y, size }: Run): boolean {
  const above = y - (top + bottom) / 2;
  const extent = Math.max(right - left, bottom - top);
  return above > size * 0.05 && above < size * 0.6 && extent > size * SIZE.least && extent < size * SIZE.most;
}

/** From the dot to where the text begins, in points; less than nothing where that is on the other side. */
const gapOf = ({ left, right }: Box, { x, width, rtl }: Run) => (rtl ? left - x - width : x - right);

/** Whether some text ends near in front of the dot. */
function isBefore({ left, right }: Box, { x, width, size }: Run, rtl: boolean): boolean {
  const gap = rtl ? x - right : left - x - width;
  return gap > -size && gap < size * 3;
}
