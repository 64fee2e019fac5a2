import { around, type Band } from "./flow-axis.ts";
import type { Step } from "./steps.ts";

/** Room beside the text, so that no letter and no list's number is cut. */
const ROOM = 12;

/** Whole lines, as wide as what they stand in. Those of one column become one area: the gap between two paragraphs is as clear as they are. */
export function linesArea(lines: readonly { line: Band; within: Band }[]): Band[] {
  const areas: Band[] = [];
  for (const { line, within } of lines) {
    const from = Math.min(line.from, within.from) - ROOM;
    const to = Math.max(line.to, within.to) + ROOM;
    const band = { ...line, from, to };
    const last = areas.at(-1);
    const follows = last && band.start >= last.start && band.from < last.to && last.from < band.to;
    if (follows) areas[areas.length - 1] = around([last, band]);
    else areas.push(band);
  }
  return areas;
}

/** A sentence exactly: the first and the last line are shared with its neighbours. The areas do not overlap. */
export function sentenceArea(step: Step): Band[] {
  const areas: Band[] = [];
  for (const { start, end, from, to } of step) {
    const last = areas.at(-1);
    areas.push({ start: Math.max(start, last?.end ?? start), end, from: from - 3, to: to + 3 });
  }
  return areas;
}
