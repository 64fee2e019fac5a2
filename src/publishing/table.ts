import type { PhrasingContent, Paragraph, Table, TableCell as CellNode } from "mdast";
import type { Block, Inline, TableCell } from "#domain/article.ts";
import type { Context } from "./context.ts";
import { inlinesOf } from "./inlines.ts";
import { fail } from "./source.ts";

const CAPTION = /^Table:\s+/;

/** Markdown's left and right stand for the sides that a line starts and ends on. */
const ALIGN = { left: "start", center: "center", right: "end" } as const;

/** What follows "Table: " in a paragraph that stands before a table: the table's caption. */
export function captionBefore(paragraph: Paragraph): PhrasingContent[] | undefined {
  const [first, ...rest] = paragraph.children;
  if (first?.type !== "text" || !CAPTION.test(first.value)) return undefined;
  return [{ ...first, value: first.value.replace(CAPTION, "") }, ...rest];
}

/** The first row heads the columns. A first cell that is bold throughout heads its row. */
export function tableOf(node: Table, caption: Inline[] | undefined, context: Context): Block {
  const columns = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, index) => {
    if (row.children.length !== columns) {
      fail(
        context.source,
        row,
        `This row has ${row.children.length} cells, the first row of the table has ${columns}.`,
      );
    }
    return row.children.map((cell, column) => {
      const content = inlinesOf(cell.children, context);
      const align = node.align?.[column];
      return {
        ...(index === 0 ? columnHead(content, cell, context) : bodyCell(content, column, columns)),
        ...(align && { align: ALIGN[align] }),
      };
    });
  });
  return { type: "table", ...(caption && { caption }), rows };
}

function columnHead(content: Inline[], cell: CellNode, context: Context): TableCell {
  if (content.length === 0) fail(context.source, cell, "This column of the table has no heading.");
  return { content, header: true };
}

function bodyCell(content: Inline[], column: number, columns: number): TableCell {
  const heads =
    column === 0 &&
    columns > 1 &&
    content.length > 0 &&
    content.every((inline) => inline.marks?.[0]?.type === "strong");
  return heads ? { content: content.map(withoutFirstMark), header: true } : { content };
}

function withoutFirstMark({ marks = [], ...inline }: Inline): Inline {
  return marks.length > 1 ? { ...inline, marks: marks.slice(1) } : inline;
}
