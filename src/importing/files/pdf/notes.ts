import { grouped } from "./grouped.ts";
import type { Line } from "./lines.ts";

/** A footnote as the page has it. */
export interface PageNote {
  /** Counted from 0: where its reference is. */
  page: number;
  label: string;
  /** The first begins after the label. */
  lines: Line[];
}

/** In parts of the text's own size: footnotes are set smaller than this. */
const SMALLER = 0.93;

/** Takes the footnotes from the foot of each column: lines of smaller type that begin with a number or a sign. */
export function withoutNotes(lines: Line[], bodySize: number): { lines: Line[]; notes: PageNote[] } {
  const notes: PageNote[] = [];
  const kept: Line[] = [];
  for (const column of grouped(lines, (line) => line.column).values()) {
    const start = startOfNotes(column, bodySize, notes.at(-1));
    kept.push(...column.slice(0, start));
    for (const line of column.slice(start)) {
      const label = labelOf(line);
      if (label) notes.push({ page: line.page, label, lines: [afterLabel(line, label)] });
      else notes.at(-1)?.lines.push(line);
    }
  }
  return { lines: kept, notes };
}

function startOfNotes(column: Line[], bodySize: number, before: PageNote | undefined): number {
  let start = column.length;
  while (start > 0 && column[start - 1]!.size < bodySize * SMALLER && !column[start - 1]!.tag?.cell) start--;
  // A whole column of small type is a list of sources or a table.
  if (start === column.length || start === 0) return column.length;
  const first = column[start]!;
  if (labelOf(first)) return start;
  const goesOn = before && first.page === before.page + 1 && !/[.!?)\]”"]\s*$/.test(before.lines.at(-1)!.text);
  if (goesOn && /^\p{Ll}/u.test(first.text)) return start;
  const labelled = column.findIndex((line, index) => index >= start && labelOf(line) !== undefined);
  return labelled < 0 ? column.length : labelled;
}

function labelOf({ text, runs, size }: Line): string | undefined {
  const [, label, end] = /^\s*(\d{1,3}|[*†‡§¶]{1,3})([.)\]]?\s*)(?=\S)/u.exec(text) ?? [];
  if (!label) return undefined;
  const isRaised = runs[0]!.size < size * 0.85 || runs[0]!.text.trim() === label;
  return isRaised || /\s$/.test(end ?? "") || !/\d/.test(label) ? label : undefined;
}

function afterLabel(line: Line, label: string): Line {
  const prefix = new RegExp(`^\\s*${label.replace(/[*]/g, "\\$&")}[.)\\]]?\\s*`, "u").exec(line.text)?.[0].length ?? 0;
  let left = prefix;
  const runs = line.runs.flatMap((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return cut < run.text.length ? [{ ...run, text: run.text.slice(cut) }] : [];
  });
  return { ...line, runs, text: line.text.slice(prefix) };
}
