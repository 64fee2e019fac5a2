import type { Block, Inline, TableCell } from "#domain/article.ts";
import { tieHeaders } from "#domain/table-headers.ts";
import { type Builder, inside, ownLanguage, type Place } from "./builder.ts";
import { isHidden, nameOf } from "./elements.ts";
import { squeeze } from "./text-within.ts";

/** As https://html.spec.whatwg.org/multipage/tables.html#attributes-common-to-td-and-th-elements bounds them, for columns. */
const MOST_COLUMNS = 1000;
/** Larger tables keep their heads without being tied to them cell by cell: that takes the square of the time. */
const MOST_TIED = 2000;

/** A table of data; the blocks of its cells, one after another, where it only lays out. */
export function tableOf(table: Element, place: Place, builder: Builder): Block[] | undefined {
  const rows = rowsOf(table);
  if (rows.length === 0) return undefined;
  if (isLayout(table, rows)) return unfold(table, rows, place, builder);
  const at = inside(place);
  const caption = captionOf(table, at, builder);
  const cells = rows.map(({ cells, head, left }) => cells.map((cell) => cellOf(cell, head, left, at, builder)));
  const full = cells.some((row) => row.some(({ rowSpan }) => rowSpan)) ? cells : cells.filter((row) => !isBlank(row));
  if (full.every(isBlank)) return caption ? [{ type: "paragraph", content: caption }] : [];
  const tied = full.flat().length <= MOST_TIED ? tieHeaders(full) : full;
  return [{ type: "table", ...(caption && { caption }), rows: tied, ...ownLanguage(place) }];
}

interface Row {
  cells: Element[];
  head: boolean;
  /** How many rows its section has from here on: no cell reaches further. */
  left: number;
}

function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const section = (container: Element) => {
    const own = [...container.children].filter((child) => nameOf(child) === "tr" && !isHidden(child));
    for (const [index, row] of own.entries()) {
      const cells = [...row.children].filter((child) => /^t[dh]$/.test(nameOf(child)) && !isHidden(child));
      if (cells.length > 0) rows.push({ cells, head: nameOf(container) === "thead", left: own.length - index });
    }
  };
  for (const child of table.children)
    if (/^t(?:head|body|foot)$/.test(nameOf(child)) && !isHidden(child)) section(child);
  section(table);
  return rows;
}

/** Tables lay out pages where they say so, where they are one cell wide, and where their cells hold more than lines of text. */
function isLayout(table: Element, rows: readonly Row[]): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute("role") ?? "")) return true;
  if (rows.every(({ cells }) => cells.length === 1) || isFormula(table)) return true;
  if (table.querySelector("table, h1, h2, h3, pre, blockquote, figure") !== null) return true;
  if (table.querySelector("th, caption, thead") !== null) return false;
  return table.querySelector("p + p, ul, ol, h4, h5, h6, hr, form") !== null;
}

/** Formulas are set in the middle of a line by a table, with their number at its end. */
function isFormula(table: Element): boolean {
  const formulas = [...table.querySelectorAll("math")].filter((math) => math.getAttribute("display") === "block");
  if (formulas.length === 0) return false;
  const within = formulas.reduce((sum, math) => sum + math.textContent.length, 0);
  return squeeze(table.textContent).length <= within + 8 * formulas.length;
}

function unfold(table: Element, rows: readonly Row[], place: Place, builder: Builder): Block[] {
  const caption = captionOf(table, place, builder);
  const blocks: Block[] = caption ? [{ type: "paragraph", content: caption }] : [];
  for (const { cells } of rows) {
    // Beside lines of code their numbers have a cell of their own.
    const beside = cells.some((cell) => cell.querySelector("pre, code"))
      ? cells.filter((cell) => !isNumbers(cell))
      : cells;
    for (const cell of beside) blocks.push(...builder.blocksOf(cell, place));
  }
  return blocks;
}

function isNumbers(cell: Element): boolean {
  return /^[\d\s]+$/.test(cell.textContent ?? "");
}

function captionOf(table: Element, place: Place, builder: Builder): Inline[] | undefined {
  const caption = [...table.children].find((child) => nameOf(child) === "caption" && !isHidden(child));
  const content = caption ? builder.inlinesOf(caption, place) : [];
  return content.length > 0 ? content : undefined;
}

function cellOf(cell: Element, head: boolean, left: number, place: Place, builder: Builder): TableCell {
  const content = builder.inlinesOf(cell, place);
  const colSpan = span(cell.getAttribute("colspan"), MOST_COLUMNS);
  // 0 reaches to the end of the section.
  const rowSpan = cell.getAttribute("rowspan")?.trim() === "0" ? left : span(cell.getAttribute("rowspan"), left);
  const align = alignOf(cell);
  return {
    content,
    ...((head || nameOf(cell) === "th") && { header: true }),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(align && { align }),
  };
}

function span(said: string | null, most: number): number {
  const number = Number.parseInt(said ?? "", 10);
  return number > 1 ? Math.min(number, most) : 1;
}

function alignOf(cell: Element): "center" | "end" | undefined {
  const style = /text-align\s*:\s*(\w+)/i.exec(cell.getAttribute("style") ?? "")?.[1];
  const align = (style ?? cell.getAttribute("align") ?? "").toLowerCase();
  if (align === "center") return "center";
  return align === "right" || align === "end" ? "end" : undefined;
}

const isBlank = (row: readonly TableCell[]) => row.every(({ content }) => content.length === 0);
