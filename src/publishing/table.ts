import type { PhrasingContent, Paragraph, Table, TableCell as CellNode } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Block, Inline, OwnLanguage, TableCell } from "#domain/article.ts";
import { tieHeaders } from "#domain/table-headers.ts";
import type { Context } from "./context.ts";
import { attributesOf, languageOf } from "./directives.ts";
import { inlinesOf } from "./inlines.ts";
import { afterPrefix } from "./prefix.ts";
import { fail } from "./source.ts";
import { type Area, areasOf } from "./table-areas.ts";

/** Markdown's left and right stand for the sides that a line starts and ends on. */
const ALIGN = { left: "start", center: "center", right: "end" } as const;

/** What follows "Table: " in a paragraph that stands before a table: the table's caption. */
export function captionBefore(paragraph: Paragraph): PhrasingContent[] | undefined {
  return afterPrefix("Table:", paragraph);
}

interface Rest extends OwnLanguage {
  caption?: Inline[];
  /** How many rows head the columns. */
  heads?: number;
}

/** The first row heads the columns. A first cell that is bold throughout heads its row. */
export function tableOf(node: Table, context: Context, { heads = 1, ...rest }: Rest = {}): Block {
  const columns = node.children[0]?.children.length ?? 0;
  for (const row of node.children) {
    if (row.children.length !== columns) {
      fail(
        context.source,
        row,
        `This row has ${row.children.length} cells, the first row of the table has ${columns}.`,
      );
    }
  }
  if (heads >= node.children.length) fail(context.source, node, "This table has no rows below its heads.");
  const rows: TableCell[][] = node.children.map(() => []);
  for (const area of areasOf(node, heads, context)) {
    const { cell, row, column, colSpan, rowSpan } = area;
    const content = inlinesOf(cell.children, context);
    const align = node.align?.[column];
    rows[row]!.push({
      ...(row < heads ? columnHead(content, cell, context) : bodyCell(content, area, columns)),
      ...(colSpan > 1 && { colSpan }),
      ...(rowSpan > 1 && { rowSpan }),
      ...(align && { align: ALIGN[align] }),
    });
  }
  const empty = rows.findIndex((cells) => cells.length === 0);
  if (empty !== -1) fail(context.source, node.children[empty]!, "This row of the table has no cell of its own.");
  return { type: "table", ...rest, rows: tieHeaders(rows) };
}

/** The table in a `:::table`, which says how many rows head the columns and what language it is in. */
export function tableIn(node: ContainerDirective, context: Context): Block {
  const attributes = attributesOf(node, ["heads", "lang", "dir"], context);
  const own = languageOf(attributes, node, context);
  const inner = { ...context, dir: own.dir ?? context.dir };
  const heads = Number(attributes.heads ?? 1);
  if (!Number.isInteger(heads) || heads < 1)
    fail(context.source, node, `“heads” must be a number of rows, not “${attributes.heads}”.`);
  const [first, ...others] = node.children;
  const words = first?.type === "paragraph" ? captionBefore(first) : undefined;
  const [table, ...more] = words ? others : node.children;
  if (table?.type !== "table" || more.length > 0)
    fail(context.source, node, "“:::table” must hold one table, with its caption or without, and nothing else.");
  return tableOf(table, inner, { ...(words && { caption: inlinesOf(words, inner) }), heads, ...own });
}

function columnHead(content: Inline[], cell: CellNode, context: Context): TableCell {
  if (content.length === 0) fail(context.source, cell, "This column of the table has no heading.");
  return { content, header: true };
}

function bodyCell(content: Inline[], { column, colSpan }: Area, columns: number): TableCell {
  const heads =
    column === 0 &&
    colSpan < columns &&
    content.length > 0 &&
    content.every((inline) => inline.marks?.[0]?.type === "strong");
  return heads ? { content: content.map(withoutFirstMark), header: true } : { content };
}

function withoutFirstMark({ marks = [], ...inline }: Inline): Inline {
  return marks.length > 1 ? { ...inline, marks: marks.slice(1) } : inline;
}
