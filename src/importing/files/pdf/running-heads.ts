import { grouped } from "./grouped.ts";
import type { Line } from "./lines.ts";
import { bodySize } from "./paragraphs.ts";

/** A number in a line, in digits or as the Romans write it. */
const NUMBERS = /\p{Nd}{1,4}|(?<![\p{L}\p{N}])[ivxlc]{1,7}(?![\p{L}\p{N}])/giu;

/** In points: lines on different pages stand at one place. Scanned pages lie a little askew. */
const SAME_PLACE = 4;
/** In points, of the type. */
const SAME_SIZE = 0.6;
/** White between a head and the text, in multiples of what is between the text's lines. On two pages alone, little is proved by repeating. */
const APART = 1.5;
const WELL_APART = 2.2;
/** Lines to a head. */
const MOST_LINES = 3;
/** Of the pages from its first to its last, left ones or right ones must have it, bar some openings of chapters. */
const SHARE = 0.4;
/** Of all pages: at a place where heads stand, a line may be one that two pages have, as in short chapters. */
const SHARE_OF_PLACE = 0.4;
/** On so many pages nothing is repeated by chance. */
const MANY = 4;
/** In multiples of the text's size: larger than heads are. */
const LARGE = 1.15;

/** Of lines at the edges of pages those that are printed on many of them, but for the pages' numbers. `lines`: the whole document's. */
export function runningHeads(lines: Line[], edges: Line[], pageCount: number): Set<Line> {
  const size = bodySize(lines);
  const leading = leadingOf(lines);
  const apart = linesApart(lines, edges, leading);
  const runsOn = sentences(lines, leading);
  const found = new Set<Line>();
  for (const alike of groupsOf(edges)) {
    const pages = new Set(alike.map(({ page }) => page));
    const [first, last] = [Math.min(...pages), Math.max(...pages)];
    if (pages.size < 2 || pages.size < (last - first + 1) * SHARE) continue;
    if (alike.filter(runsOn).length * 2 > alike.length) continue;
    const isEverywhere = pages.size >= MANY && pages.size >= pageCount * SHARE;
    const white = pageCount <= 2 ? WELL_APART : APART;
    const isHead =
      alike[0]!.size < size * LARGE && (pages.size >= MANY || isPlaceOfHeads(alike[0]!, edges, apart, pageCount));
    for (const line of alike)
      if (isEverywhere || (isHead && (apart.get(line) ?? 0) >= white && !runsOn(line))) found.add(line);
  }
  for (const line of withPagesNumber(edges, found, apart)) found.add(line);
  return found;
}

/** Lines of one place, one size and one wording. A line is in several groups, one for each number that may be its page's. */
function* groupsOf(edges: Line[]): Generator<Line[]> {
  const wordings = edges.flatMap((line) => wordingsOf(line).map((wording) => ({ line, wording })));
  for (const alike of grouped(wordings, ({ wording }) => wording).values()) {
    let rest = alike.map(({ line }) => line);
    while (rest.length > 0) {
      const [first] = rest;
      const near = rest.filter((line) => isAtOnePlace(line, first!));
      yield near;
      rest = rest.filter((line) => !near.includes(line));
    }
  }
}

function isAtOnePlace(a: Line, b: Line): boolean {
  return Math.abs(a.y - b.y) <= SAME_PLACE && Math.abs(a.size - b.size) <= SAME_SIZE;
}

/** The line's words as they are; and, for each number in it, with that as far from the count of pages as it is. */
function wordingsOf({ text, page }: Line): string[] {
  const words = text.toLowerCase().replace(/\s+/g, " ").trim();
  // Nothing but numbers is a row of a table, or the page's number, which is told elsewhere.
  if (!/\p{L}/u.test(words.replace(NUMBERS, ""))) return [];
  const numbers = [...words.matchAll(NUMBERS)];
  const counted = numbers.map(([number], index) => {
    let at = 0;
    return words.replace(NUMBERS, (other) => (at++ === index ? `#${valueOf(number) - page}` : other));
  });
  const everywhere = numbers.map(([number]) =>
    words.replace(NUMBERS, (other) => (other === number ? `#${valueOf(number) - page}` : other)),
  );
  return [...new Set([words, ...counted, ...everywhere])];
}

/** How much white is between the lines at the edge and the text, in multiples of the text's. Absent: they are the text's own lines. */
function linesApart(lines: Line[], edges: Line[], leading: number): Map<Line, number> {
  const isEdge = new Set(edges);
  const apart = new Map<Line, number>();
  for (const page of grouped(lines, (line) => line.page).values()) {
    const down = page.toSorted((a, b) => a.y - b.y);
    for (const ordered of [down, down.toReversed()]) {
      const stack: Line[] = [];
      for (const [index, line] of ordered.entries()) {
        if (!isEdge.has(line) || rowsIn(stack) > MOST_LINES) break;
        stack.push(line);
        const next = ordered[index + 1];
        const white = next ? Math.abs(next.y - line.y) / leading : Infinity;
        // Beside each other, as at the two ends of a head.
        if (white < APART) continue;
        for (const one of stack) apart.set(one, Math.max(white, apart.get(one) ?? 0));
      }
    }
  }
  return apart;
}

/** Of a line whether it fills its column in the midst of a sentence of the text. */
function sentences(lines: Line[], leading: number): (line: Line) => boolean {
  const places = new Map(lines.map((line, at) => [line, at]));
  return (line) => {
    const at = places.get(line)!;
    const [before, next] = line.y < line.pageHeight / 2 ? [line, lines[at + 1]] : [lines[at - 1], line];
    if (!before || before.column !== next?.column || next.y - before.y > leading * APART) return false;
    const isFull = before.right > Math.max(next.right, before.columnRight) - before.size * 4;
    return isFull && Math.abs(next.size - before.size) < SAME_SIZE && /^\P{L}*\p{Ll}/u.test(next.text);
  };
}

const rowsIn = (stack: Line[]) => new Set(stack.map(({ y }) => Math.round(y))).size;

/** From line to line of the text, in points. */
function leadingOf(lines: Line[]): number {
  const gaps: number[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before?.column !== line.column) continue;
    const gap = line.y - before.y;
    if (gap > line.size * 0.8 && gap < line.size * 2.5) gaps.push(gap);
  }
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 12;
}

/** Many pages have a line of this size there that stands apart. */
function isPlaceOfHeads(line: Line, edges: Line[], apart: Map<Line, number>, pageCount: number): boolean {
  const there = edges.filter((other) => isAtOnePlace(other, line) && (apart.get(other) ?? 0) >= APART);
  return new Set(there.map(({ page }) => page)).size >= Math.max(2, pageCount * SHARE_OF_PLACE);
}

/** Heads that only one page has, as where they name its section: at a place of heads, and with the number that the page has by the others. */
function withPagesNumber(edges: Line[], found: Set<Line>, apart: Map<Line, number>): Line[] {
  const offsets = new Map<number, number>();
  for (const line of found) for (const offset of offsetsOf(line)) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  return edges.filter(
    (line) =>
      (apart.get(line) ?? 0) >= APART &&
      offsetsOf(line).some((offset) => (offsets.get(offset) ?? 0) >= MANY) &&
      [...found].some((other) => other.page !== line.page && isAtOnePlace(other, line)),
  );
}

/** Of the numbers at its ends. */
function offsetsOf({ text, page }: Line): number[] {
  const ends = [
    /^\s*(\p{Nd}{1,4}|[ivxlc]{1,7})(?![\p{L}\p{N}])/iu,
    /(?<![\p{L}\p{N}])(\p{Nd}{1,4}|[ivxlc]{1,7})\s*$/iu,
  ];
  return ends.flatMap((end) => {
    const [, number] = end.exec(text) ?? [];
    return number ? [valueOf(number) - page] : [];
  });
}

export function valueOf(number: string): number {
  if (/^\p{Nd}+$/u.test(number)) return Number([...number].map(digitOf).join(""));
  const values = [...number.toLowerCase()].map((letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** Digits of any script come in runs of ten, from its nought on: https://www.unicode.org/reports/tr44/#Numeric_Type */
function digitOf(digit: string): number {
  if (/\d/.test(digit)) return Number(digit);
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
