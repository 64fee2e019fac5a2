import { grouped } from "./grouped.ts";

/** A stretch of text in a row: perhaps a cell, or a line of one. */
export interface CellPiece {
  left: number;
  right: number;
  y: number;
  size: number;
  row: number;
  text: string;
}

/** A table that nothing but its white shows: rows of cells, each with its pieces from top to bottom, by column from the left. */
export interface FoundTable<P extends CellPiece> {
  rows: P[][][];
}

interface Span {
  left: number;
  right: number;
}

/** In multiples of the type's size: the least white between two columns of cells; with so much, cells need no common edge at its right. */
const CHANNEL = 0.8;
const WIDE_CHANNEL = 1.5;
/** In multiples of the size: rows of one table stand no further apart. */
const FARTHEST = 3.2;
const FEWEST_ROWS = 3;
/** In points, and of a column's cells: they begin, end or are centred at one place. */
const SAME_EDGE = 2;
const ALIGNED = 0.6;
/** Columns of prose are at least so wide, in multiples of the size, and their lines fill them so far. */
const NARROWEST_PROSE = 7;
const FILLED = 0.6;
/** In multiples of the size: closer lines are beside each other, such as a cell in the middle of its row. */
const BESIDE = 0.9;
/** In multiples of the size: lines of one cell stand no further apart. */
const LOOSE = 1.5;
/** What numbers an item, or marks one. */
const LABEL = /^[\p{P}\p{S}]*(\p{N}{1,3}|\p{L}|[ivxlc]{1,5})?[\p{P}\p{S}]*$/u;

/** The tables among the pieces of a page or column, from top to bottom. What is in none is untouched. `size`: of the type. */
export function tablesIn<P extends CellPiece>(pieces: P[], size: number, rtl: boolean): FoundTable<P>[] {
  const rows = [...grouped(pieces, ({ row }) => row).values()]
    .map((row) => row.toSorted((a, b) => a.left - b.left))
    .toSorted((a, b) => a[0]!.y - b[0]!.y);
  const around = (from: number, count: number) => [
    ...rows.slice(Math.max(0, from - 4), from).flat(),
    ...rows.slice(from + count, from + count + 4).flat(),
  ];
  const found: FoundTable<P>[] = [];
  for (let from = 0; from < rows.length;) {
    const next = rows[from + 1]?.[0];
    const isCell = rows[from]!.length > 1 || (next !== undefined && next.y - rows[from]![0]!.y < size * BESIDE);
    const region = isCell ? regionFrom(rows, from, size) : undefined;
    const table = region && tableOf(region.rows, region.columns, around(from, region.rows.length), size, rtl);
    if (table) found.push(table);
    from += table ? region!.rows.length : 1;
  }
  return found;
}

/** Rows from this one on, as long as the same white runs down between their pieces. */
function regionFrom<P extends CellPiece>(rows: P[][], from: number, size: number) {
  let columns: Span[] = [];
  let to = from;
  /** Of the last row with more than one piece. */
  let end = from;
  for (; to < rows.length; to++) {
    const row = rows[to]!;
    if (to > from && row[0]!.y - rows[to - 1]![0]!.y > size * FARTHEST) break;
    const merged = spansOf([...columns, ...row], size);
    const isApart = row.length === merged.filter((span) => row.some((piece) => isIn(piece, span))).length;
    const most = Math.max(columns.length, row.length);
    if (!isApart || merged.length < Math.min(most, Math.max(2, columns.length))) break;
    columns = merged;
    if (row.length > 1) end = to;
  }
  const region = rows.slice(from, Math.max(end + 1, withLastLines(rows, end, to, size)));
  return { rows: region, columns: spansOf(region.flat(), size) };
}

/** The last row's cells may go on below it, in lines that stand as close as lines do. */
function withLastLines(rows: CellPiece[][], end: number, to: number, size: number): number {
  let last = end + 1;
  while (last < to && rows[last]![0]!.y - rows[last - 1]![0]!.y < size * LOOSE) last++;
  return last;
}

function spansOf(pieces: Span[], size: number): Span[] {
  const spans: Span[] = [];
  for (const { left, right } of pieces.toSorted((a, b) => a.left - b.left)) {
    const last = spans.at(-1);
    if (last && left < last.right + size * CHANNEL) last.right = Math.max(last.right, right);
    else spans.push({ left, right });
  }
  return spans;
}

const isIn = (piece: Span, span: Span) => piece.left >= span.left - 0.1 && piece.right <= span.right + 0.1;

function tableOf<P extends CellPiece>(
  region: P[][],
  columns: Span[],
  around: P[],
  size: number,
  rtl: boolean,
): FoundTable<P> | undefined {
  const lines = region.map((row) => columns.map((span) => row.filter((piece) => isIn(piece, span))));
  const cells = columns.map((_, at) => lines.flatMap((line) => line[at]!));
  const first = rtl ? columns.length - 1 : 0;
  const rows = rowsOf(lines, first, size);
  const whole = rows.filter((row) => row.filter((cell) => cell.length > 0).length > 1);
  if (columns.length < 2 || whole.length < FEWEST_ROWS) return undefined;
  // Rows that have each but one cell are lines with a gap in them.
  if (whole.length * 2 < rows.length) return undefined;
  const filled = rows.reduce((sum, row) => sum + row.filter((cell) => cell.length > 0).length, 0);
  if (filled < rows.length * columns.length * 0.6) return undefined;
  if (columns.length === 2 && cells[first]!.every(({ text }) => LABEL.test(text.trim()))) return undefined;
  const isAligned = columns.every((span, at) => {
    const white = at > 0 ? span.left - columns[at - 1]!.right : Infinity;
    return isEdged(cells[at]!) && (white >= size * WIDE_CHANNEL || isEdged(cells[at]!, "left"));
  });
  if (!isAligned) return undefined;
  const prose = columns.filter((span, at) => isProse(cells[at]!, span, size));
  if (prose.length > 1 || prose.some((span) => goesOn(span, around, cells[columns.indexOf(span)]!, size)))
    return undefined;
  // Two columns of short lines may be an index as well, or verses.
  const areWide = columns.every(({ left, right }) => right - left > size * NARROWEST_PROSE);
  if (columns.length === 2 && areWide && rows.length > 12) return undefined;
  return { rows };
}

function isEdged(cells: CellPiece[], only?: "left"): boolean {
  const share = (edges: number[]) => {
    const near = grouped(edges, (edge) => Math.round(edge / SAME_EDGE));
    return Math.max(...[...near].map(([key, those]) => those.length + (near.get(key + 1)?.length ?? 0))) / edges.length;
  };
  const lefts = share(cells.map(({ left }) => left));
  if (only || lefts >= ALIGNED) return lefts >= ALIGNED;
  const rights = share(cells.map(({ right }) => right));
  return rights >= ALIGNED || share(cells.map(({ left, right }) => (left + right) / 2)) >= ALIGNED;
}

function isProse(cells: CellPiece[], { left, right }: Span, size: number): boolean {
  const width = right - left;
  const full = cells.filter((cell) => cell.right - cell.left > width * FILLED);
  return width > size * NARROWEST_PROSE && full.length * 2 >= cells.length;
}

/** Lines of cells as rows: a row ends where there is more white, or where its first column begins anew. */
function rowsOf<P extends CellPiece>(lines: P[][][], first: number, size: number): P[][][] {
  const yOf = (line: P[][]) => line.flat()[0]!.y;
  const gaps = lines.slice(1).map((line, index) => yOf(line) - yOf(lines[index]!));
  const apart = gaps.filter((gap) => gap >= size * BESIDE);
  const [tight, wide] = [Math.min(...apart), Math.max(...apart)];
  const isLoose = wide > tight * 1.2;
  const rows: P[][][] = [];
  for (const [index, line] of lines.entries()) {
    const gap = index > 0 ? gaps[index - 1]! : Infinity;
    const isClose =
      isLoose && tight < size * LOOSE ? gap <= tight * 1.1 : line[first]!.length === 0 && gap < size * LOOSE;
    const last = rows.at(-1);
    if (!last || (gap >= size * BESIDE && !isClose)) rows.push(line.map((cell) => [...cell]));
    else for (const [at, cell] of line.entries()) last[at]!.push(...cell);
  }
  return rows;
}

/** The column's lines go on above or below: what looks like a table stands beside a column of prose. */
function goesOn(span: Span, around: CellPiece[], cells: CellPiece[], size: number): boolean {
  const left = Math.min(...cells.map((cell) => cell.left));
  const [top, bottom] = [Math.min(...cells.map(({ y }) => y)), Math.max(...cells.map(({ y }) => y))];
  return around.some(
    (piece) =>
      (Math.abs(piece.y - top) < size * 2.5 || Math.abs(piece.y - bottom) < size * 2.5) &&
      Math.abs(piece.left - left) < SAME_EDGE &&
      piece.right <= span.right + SAME_EDGE,
  );
}
