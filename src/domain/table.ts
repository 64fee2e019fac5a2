import type { TableCell } from "./article.ts";

/** How many rows at the top hold nothing but heads: these head the columns. A head in any other row heads that row. */
export function headRows(rows: readonly (readonly TableCell[])[]): number {
  const start = rows.findIndex((cells) => !cells.every((cell) => cell.header));
  return start === -1 ? rows.length : start;
}
