import type { Table, TableCell as CellNode } from "mdast";
import type { Context } from "./context.ts";
import { fail } from "./source.ts";

/** A cell and the place it takes up. */
export interface Area {
  cell: CellNode;
  row: number;
  column: number;
  colSpan: number;
  rowSpan: number;
}

const JOINS = { "<<": "to its left", "^^": "above it" } as const;

/** The cells of a table in order: `<<` belongs to the cell to its left, `^^` to the one above. None reaches from head to body. */
export function areasOf(table: Table, heads: number, context: Context): Area[] {
  const areas: Area[] = [];
  const owners: Area[][] = [];
  for (const [row, { children }] of table.children.entries()) {
    owners.push([]);
    for (const [column, cell] of children.entries()) {
      const join = joinOf(cell);
      const owner = join === "<<" ? owners[row]![column - 1] : join && owners[row - 1]?.[column];
      if (join && !owner)
        fail(context.source, cell, `“${join}” joins a cell to the one ${JOINS[join]}, but there is none.`);
      if (owner) {
        owner.colSpan = Math.max(owner.colSpan, column - owner.column + 1);
        owner.rowSpan = Math.max(owner.rowSpan, row - owner.row + 1);
        if (owner.row < heads && row >= heads)
          fail(context.source, cell, "A cell cannot reach from the heads of a table into its body.");
      }
      const area = owner ?? { cell, row, column, colSpan: 1, rowSpan: 1 };
      if (!owner) areas.push(area);
      owners[row]!.push(area);
    }
  }
  for (const area of areas) {
    const all = owners
      .slice(area.row, area.row + area.rowSpan)
      .every((row) => row.slice(area.column, area.column + area.colSpan).every((owner) => owner === area));
    if (!all) fail(context.source, area.cell, "The cells that are joined to this one must make a rectangle with it.");
  }
  return areas;
}

function joinOf({ children: [only, ...others] }: CellNode): keyof typeof JOINS | undefined {
  const text = only?.type === "text" && others.length === 0 ? only.value.trim() : "";
  return text === "<<" || text === "^^" ? text : undefined;
}
