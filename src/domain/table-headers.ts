import type { TableCell } from "./article.ts";
import { headRows } from "./table.ts";

type Rows = readonly (readonly TableCell[])[];

/**
 * The rows of a table with each cell told its heads, where a head spans rows or columns: screen readers disagree there about
 * what `scope` means (https://www.w3.org/WAI/tutorials/tables/multi-level/). Other tables are left as they are.
 */
export function tieHeaders(rows: Rows): TableCell[][] {
  const placed = place(rows);
  const spans = placed.some(({ cell }) => cell.header && ((cell.colSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1));
  if (!spans) return rows.map((cells) => [...cells]);
  const head = headRows(rows);
  const headsOf = (one: Placed) =>
    placed.flatMap((other, index) => {
      if (!other.cell.header || other === one) return [];
      const isAbove = other.row < head && other.row < one.row && overlap(other.columns, one.columns);
      const isBefore = other.row >= head && other.columns[0] < one.columns[0] && overlap(other.rows, one.rows);
      return isAbove || isBefore ? [index] : [];
    });
  const tied = placed.map((one) => {
    const headers = headsOf(one);
    return { row: one.row, cell: headers.length > 0 ? { ...one.cell, headers } : one.cell };
  });
  return rows.map((_, row) => tied.filter((one) => one.row === row).map(({ cell }) => cell));
}

/** For each cell below the rows that head the columns: the heads of its columns, from the top. */
export function columnHeads(rows: Rows): Map<TableCell, TableCell[]> {
  const placed = place(rows);
  const head = headRows(rows);
  const heads = placed.filter(({ cell, row }) => cell.header && row < head);
  return new Map(
    placed
      .filter(({ row }) => row >= head)
      .map(({ cell, columns }) => [
        cell,
        heads.filter((other) => overlap(other.columns, columns)).map((other) => other.cell),
      ]),
  );
}

type Extent = readonly [start: number, end: number];

interface Placed {
  cell: TableCell;
  row: number;
  rows: Extent;
  columns: Extent;
}

/** Where each cell lies: in the first place of its row that no cell from above covers, as HTML has it. */
function place(rows: Rows): Placed[] {
  const placed: Placed[] = [];
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      const covering = () => placed.find((other) => within(row, other.rows) && within(column, other.columns));
      for (let other = covering(); other; other = covering()) column = other.columns[1];
      const end = column + (cell.colSpan ?? 1);
      placed.push({ cell, row, rows: [row, row + (cell.rowSpan ?? 1)], columns: [column, end] });
      column = end;
    }
  }
  return placed;
}

const within = (at: number, [start, end]: Extent) => at >= start && at < end;
const overlap = (a: Extent, b: Extent) => a[0] < b[1] && b[0] < a[1];
