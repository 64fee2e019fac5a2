import type { Block, TableCell } from "#domain/article.ts";
import { grouped } from "./grouped.ts";
import { type InlineContext, inlinesOf } from "./inlines.ts";
import type { Line } from "./lines.ts";

/** The table that these lines are in, as the file has it. Lines run across cells, and cells over lines. */
export function tableOf(lines: Line[], context: InlineContext): Block {
  const pieces = lines.flatMap((line) =>
    [...grouped(line.runs, ({ tag }) => tag?.cell?.cell ?? -1).values()].flatMap((runs) => {
      const cell = runs.find(({ tag }) => tag?.cell)?.tag?.cell ?? line.tag?.cell;
      return cell ? [{ cell, line: { ...line, runs, text: runs.map(({ text }) => text).join("") } }] : [];
    }),
  );
  const rows = [...grouped(pieces, ({ cell }) => cell.row)].toSorted(([a], [b]) => a - b);
  return {
    type: "table",
    rows: rows.map(([, row]) =>
      [...grouped(row, ({ cell }) => cell.cell)]
        .toSorted(([a], [b]) => a - b)
        .map(([, cell]): TableCell => {
          const content = inlinesOf(
            cell.map(({ line }) => line),
            context,
            cell[0]!.cell.header,
          );
          return cell[0]!.cell.header ? { content, header: true } : { content };
        }),
    ),
  };
}
