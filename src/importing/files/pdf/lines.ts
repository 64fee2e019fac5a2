import { grouped } from "./grouped.ts";
import { fromTheLeft, fromTheRight, withMarks } from "./directions.ts";
import type { Look, Page, Run, Tag } from "./page.ts";
import { type Column, columnOf, inReadingOrder, type Segment } from "./columns.ts";
import { type FoundTable, tablesIn } from "./tables.ts";

/** A line of text, as it is read. */
export interface Line {
  /** In the order they are read, with the blanks between them. */
  runs: Run[];
  text: string;
  left: number;
  right: number;
  y: number;
  /** Of most of its letters. */
  size: number;
  bold: boolean;
  mono: boolean;
  rtl: boolean;
  /** Of most of its letters. */
  tag?: Tag;
  /** Counted from 0. */
  page: number;
  pageHeight: number;
  /** Of the document's columns, counted on through all pages. */
  column: number;
  columnLeft: number;
  columnRight: number;
}

interface Piece extends Segment {
  runs: Run[];
  text: string;
}

interface Row {
  y: number;
  size: number;
  runs: Run[];
}

/** In multiples of the type's size: a wider gap in a line may be the white between two columns. */
const GAP = 0.8;
/** A narrower gap than this is no blank. */
const BLANK = 0.12;
/** Ideographs and kana are set apart to fill a line, and have no blanks. */
const WIDE_BLANK = 0.7;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fc\uff00-\uffef]/u;
/** Letters of one line stand this near to one height. */
const SAME_LINE = 0.35;

/** The lines of a page in reading order. `firstColumn`: how many columns the pages before it had. */
export function linesOf(page: Page, number: number, firstColumn: number): Line[] {
  const seen = page.runs.filter(
    ({ text, x, y }) => text.trim() && x > -5 && x < page.width && y > 0 && y <= page.height,
  );
  const runs = withMarks(seen.map(withoutEdges));
  if (runs.length === 0) return [];
  const size = commonSize(runs);
  const rtl = isRtl(runs);
  const rows = rowsOf(runs);
  const pieces = rows.flatMap(piecesOf);
  const columns = columnsAroundTables(pieces, size, rtl, number);
  return columns.flatMap((column, index) =>
    linesInColumn(column).map((line) => ({
      ...line,
      page: number,
      pageHeight: page.height,
      column: firstColumn + index,
    })),
  );
}

const TABLES_A_PAGE = 1000;

/** Tables are told first where they have their lines for themselves, and then those that stand in a column. */
function columnsAroundTables(pieces: Piece[], size: number, rtl: boolean, page: number): Column<Piece>[] {
  if (pieces.some(({ runs }) => runs.some(({ tag }) => tag))) return inReadingOrder(pieces, size, rtl);
  let number = page * TABLES_A_PAGE;
  const mark = (table: FoundTable<Piece>) => markCells(table, (number += 1), rtl);
  const columns: Column<Piece>[] = [];
  let rest = pieces;
  const wide = tablesIn(pieces.filter(isNoCode), size, rtl);
  for (const table of wide) {
    const segments = table.rows.flat(2);
    const top = Math.min(...segments.map(({ y }) => y));
    mark(table);
    columns.push(
      ...inReadingOrder(
        rest.filter(({ y }) => y < top),
        size,
        rtl,
      ),
      columnOf(segments),
    );
    rest = rest.filter((piece) => piece.y >= top && !segments.includes(piece));
  }
  columns.push(...inReadingOrder(rest, size, rtl));
  for (const { segments } of columns)
    if (!segments.some(({ runs }) => runs[0]!.tag)) tablesIn(segments.filter(isNoCode), size, rtl).forEach(mark);
  return columns;
}

const isNoCode = ({ runs }: Piece) => !runs.every(({ look }) => look.mono);

function markCells({ rows }: FoundTable<Piece>, table: number, rtl: boolean): void {
  const isBold = (row: Piece[][]) => row.flat().every(({ runs }) => runs.every(({ look }) => look.bold));
  const hasHead = isBold(rows[0]!) && !rows.every(isBold);
  for (const [row, cells] of rows.entries()) {
    const ordered = rtl ? cells.toReversed() : cells;
    for (const [at, cell] of ordered.entries()) {
      const tag: Tag = {
        role: "TD",
        block: table,
        items: [],
        cell: { table, row, cell: at, header: row === 0 && hasHead },
        isGuessed: true,
      };
      for (const piece of cell) piece.runs = piece.runs.map((run) => ({ ...run, tag }));
    }
  }
}

/** The same lines with the room their columns have once running heads and page numbers, which keep to no column, are gone. */
export function withColumnEdges(lines: Line[]): Line[] {
  return [...grouped(lines, ({ column }) => column).values()].flatMap((column) => {
    const columnLeft = Math.min(...column.map(({ left }) => left));
    const columnRight = Math.max(...column.map(({ right }) => right));
    return column.map((line) => ({ ...line, columnLeft, columnRight }));
  });
}

/** In multiples of the type's size: a blank, about. */
const BLANK_WIDTH = 0.27;

/** Blanks at a run's ends reach into the white between columns; where they part words, the white does so too. */
function withoutEdges(run: Run): Run {
  const text = run.text.trim();
  if (text.length === run.text.length) return run;
  const [before, after] = [run.text.length - run.text.trimStart().length, run.text.length - run.text.trimEnd().length];
  const blank = Math.min(run.size * BLANK_WIDTH, run.width / run.text.length);
  const x = run.x + (run.rtl ? after : before) * blank;
  return { ...run, text, x, width: run.width - (before + after) * blank };
}

/** Of most letters. */
export function commonSize(runs: { size: number; text: string }[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 4) / 4;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.trim().length);
  }
  return [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0])[0];
}

function isRtl(runs: Run[]): boolean {
  const letters = (those: Run[]) => those.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  return letters(runs.filter(({ rtl }) => rtl)) * 2 > letters(runs);
}

/** Large letters make the rows, and small ones join those they stand in: raised numbers, small capitals. */
function rowsOf(runs: Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of runs.toSorted((a, b) => b.size - a.size || a.y - b.y)) {
    const row = rows.find((candidate) => standsIn(run, candidate));
    if (row) row.runs.push(run);
    else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.toSorted((a, b) => a.y - b.y);
}

function standsIn(run: Run, row: Row): boolean {
  const off = run.y - row.y;
  // Drop capitals reach over the lines beside them and make no row for those.
  if (run.size > row.size * 0.6 && run.size * 1.9 > row.size && Math.abs(off) < run.size * SAME_LINE) return true;
  if (run.size > row.size * 0.85 || run.size * 1.9 < row.size || off > row.size * 0.3 || off < -row.size * 0.7)
    return false;
  return row.runs.some(
    (other) => run.x - other.x - other.width < row.size * GAP && other.x - run.x - run.width < row.size * GAP,
  );
}

function piecesOf({ runs, y, size }: Row, row: number): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs.toSorted((a, b) => a.x - b.x)) {
    const last = pieces.at(-1);
    const right = run.x + run.width;
    if (last && run.x - last.right < size * GAP) {
      last.runs.push(run);
      last.text += run.text;
      last.right = Math.max(last.right, right);
    } else pieces.push({ left: run.x, right, y, size, row, runs: [run], text: run.text });
  }
  return pieces;
}

type Placed = Omit<Line, "page" | "pageHeight" | "column">;

function linesInColumn({ left, right, segments }: Column<Piece>): Placed[] {
  const rows = grouped(segments, ({ row }) => row);
  const lines = [...rows.values()].map((pieces): Placed => {
    const runs = pieces.flatMap((piece) => piece.runs);
    const rtl = isRtl(runs);
    const size = commonSize(runs);
    const ordered = rtl ? withBlanks(fromTheRight(runs), size) : fromTheLeft(withBlanks(runs, size));
    const letters = (name: keyof Look) => ordered.reduce((sum, run) => sum + (run.look[name] ? run.text.length : 0), 0);
    const tag = commonTag(runs);
    const text = ordered.map((run) => run.text).join("");
    return {
      runs: ordered,
      text,
      left: Math.min(...pieces.map((piece) => piece.left)),
      right: Math.max(...pieces.map((piece) => piece.right)),
      y: pieces[0]!.y,
      size,
      bold: letters("bold") > text.length * 0.8,
      mono: letters("mono") > text.length * 0.8,
      rtl,
      columnLeft: left,
      columnRight: right,
      ...(tag ? { tag } : {}),
    };
  });
  return withDropCapitals(lines);
}

function commonTag(runs: Run[]): Tag | undefined {
  const groups = [...grouped(runs, ({ tag }) => tag?.block).values()];
  const letters = (those: Run[]) =>
    those.reduce((sum, { text, tag }) => sum + (tag?.role === "Lbl" ? 0 : text.length), 0);
  return groups.toSorted((a, b) => letters(b) - letters(a))[0]?.[0]?.tag;
}

/** A blank of its own where there is white between two runs and none in them. */
function withBlanks(runs: Run[], size: number): Run[] {
  return runs.flatMap((run, index): Run[] => {
    const before = runs[index - 1];
    if (!before || /\s$/.test(before.text) || /^\s/.test(run.text)) return [run];
    const [start, end] = run.x > before.x ? [before.x + before.width, run.x] : [run.x + run.width, before.x];
    const isWide = WIDE.test(before.text.slice(-1)) && WIDE.test(run.text.slice(0, 1));
    if (end - start < size * (isWide ? WIDE_BLANK : BLANK)) return [run];
    const both = (name: keyof Look) => before.look[name] && run.look[name];
    const look: Look = { bold: both("bold"), italic: both("italic"), mono: both("mono") };
    return [{ ...before, text: " ", x: start, width: end - start, size, look }, run];
  });
}

/** A capital of two lines or more begins the line whose top it shares, whatever line it stands on. */
function withDropCapitals(lines: Placed[]): Placed[] {
  const capitals = lines.filter(({ text, size }) => text.trim().length <= 2 && /\p{Lu}/u.test(text) && size > 15);
  let kept = lines;
  for (const capital of capitals) {
    const first = lines.find(
      ({ left, y, size, text }) =>
        text.length > 2 &&
        size * 1.9 < capital.size &&
        left >= capital.right - 2 &&
        left < capital.right + size * 2 &&
        y > capital.y - capital.size &&
        y <= capital.y,
    );
    if (!first) continue;
    kept = kept
      .filter((line) => line !== capital)
      .map((line) =>
        line === first
          ? {
              ...line,
              left: capital.left,
              text: capital.text.trim() + line.text,
              runs: [...capital.runs.map((run) => ({ ...run, size: first.size })), ...line.runs],
            }
          : line,
      );
  }
  return kept;
}
