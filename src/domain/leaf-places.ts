/** Where a leaf stands, for what is said of it: the text projection knows cells and captions, but not of what. */
import type { ArticleBody, Block, Inline, TableCell } from "./article.ts";
import { columnHeads } from "./table-headers.ts";
import { OBJECT_REPLACEMENT, textOf } from "./text.ts";

export type LeafPlace =
  | { kind: "caption"; of: "figure" | "table" }
  | {
      kind: "cell";
      rows: number;
      columns: number;
      /** The table's first cell. */
      opensTable: boolean;
      opensRow: boolean;
      /** The heads of the cell's column, outermost first. */
      heads: readonly string[];
    };

/** By a leaf's content, which is that of the body itself. Quotations' sources are no captions here. */
export type LeafPlaces = ReadonlyMap<readonly Inline[], LeafPlace>;

export function leafPlaces(body: Pick<ArticleBody, "blocks">): LeafPlaces {
  const places = new Map<readonly Inline[], LeafPlace>();
  collect(body.blocks, places);
  return places;
}

function collect(blocks: readonly Block[], into: Map<readonly Inline[], LeafPlace>): void {
  for (const block of blocks) {
    switch (block.type) {
      case "figure":
        if (block.caption) into.set(block.caption, { kind: "caption", of: "figure" });
        break;
      case "table":
        if (block.caption) into.set(block.caption, { kind: "caption", of: "table" });
        collectCells(block.rows, into);
        break;
      case "list":
        for (const item of block.items) collect(item, into);
        break;
      case "definitions":
        for (const { details } of block.items) for (const detail of details) collect(detail, into);
        break;
      case "quote":
      case "note":
        collect(block.content, into);
        break;
    }
  }
}

function collectCells(rows: readonly (readonly TableCell[])[], into: Map<readonly Inline[], LeafPlace>): void {
  const heads = columnHeads(rows);
  const columns = Math.max(0, ...rows.map((cells) => cells.reduce((sum, { colSpan }) => sum + (colSpan ?? 1), 0)));
  let opensTable = true;
  for (const cells of rows)
    for (const [i, cell] of cells.entries()) {
      // What heads its row is said first of all in it, and needs no name.
      const ofCell = (cell.header ? [] : (heads.get(cell) ?? []))
        .map(({ content }) => wordsOf(content))
        .filter((head) => head !== "");
      into.set(cell.content, {
        kind: "cell",
        rows: rows.length,
        columns,
        opensTable,
        opensRow: i === 0,
        heads: ofCell,
      });
      opensTable = false;
    }
}

function wordsOf(content: readonly Inline[]): string {
  return textOf(content).replaceAll(OBJECT_REPLACEMENT, " ").replace(/\s+/g, " ").trim();
}
