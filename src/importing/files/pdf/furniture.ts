import { grouped } from "./grouped.ts";
import type { Line } from "./lines.ts";
import { runningHeads, valueOf } from "./running-heads.ts";

/** So much of a page's height, at its head and foot, may be running heads and page numbers. */
const MARGIN = 0.13;

/** The lines without what is printed on every page: running heads and feet, and page numbers. */
export function withoutFurniture(lines: Line[], pageCount: number): Line[] {
  const edges = lines.filter(isAtTheEdge);
  const furniture = runningHeads(lines, edges, pageCount);
  for (const line of pageNumbers(edges, pageCount)) furniture.add(line);
  // Where a page says of its text what it is, what it says nothing of is printed around it.
  const taggedPages = new Set(lines.filter(({ tag }) => tag && !tag.isGuessed).map(({ page }) => page));
  for (const line of edges) if (!line.tag && taggedPages.has(line.page)) furniture.add(line);
  const outermost = new Set(
    [...grouped(edges, ({ page }) => page).values()].flatMap((page) => outside(page, furniture)),
  );
  const contents = contentsIn(lines);
  return lines.filter((line) => !outermost.has(line) && !contents.has(line));
}

/** Dots that lead to a page's number, of which there are no more. */
const LEADS_TO_PAGE = /(?:[.·…]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})\s*$/;
const CONTENTS_HEADING =
  /^(table of )?contents$|^inhalt(sverzeichnis)?$|^table des mati[èe]res$|^sommaire$|^[íi]ndice$|^sommario$|^inhoud(sopgave)?$|^目次$/i;

/** A table of contents: the article has its own. A single such line may be anything. */
function contentsIn(lines: Line[]): Set<Line> {
  const found = lines.filter(({ text }) => LEADS_TO_PAGE.test(text));
  if (found.length < 3) return new Set();
  return new Set([...found, ...lines.filter(({ text }) => CONTENTS_HEADING.test(text.trim()))]);
}

/** From the edges of a page inwards, up to the first line that is not printed on others: nothing between lines of text is ever left out. */
function outside(page: Line[], furniture: Set<Line>): Line[] {
  const fromTheTop = page.toSorted((a, b) => a.y - b.y);
  const ends = (ordered: Line[]) => {
    const stop = ordered.findIndex((line) => !furniture.has(line));
    return stop < 0 ? ordered : ordered.slice(0, stop);
  };
  const { pageHeight = 0 } = page[0] ?? {};
  const half = (isHead: boolean) => fromTheTop.filter(({ y }) => y < pageHeight / 2 === isHead);
  return [...ends(half(true)), ...ends(half(false).toReversed())];
}

const isAtTheEdge = ({ y, pageHeight }: Line) => y < pageHeight * MARGIN || y > pageHeight * (1 - MARGIN);

/** Lines that are nothing but a number, and count on with the pages; on a single page, one that stands there alone at the foot. */
function pageNumbers(edges: Line[], pageCount: number): Line[] {
  const numbered = edges.flatMap((line) => {
    const value = numberIn(line.text);
    return value === undefined ? [] : [{ line, value, offset: value - line.page }];
  });
  if (pageCount === 1)
    return numbered.filter(({ value, line }) => value === 1 && line.y > line.pageHeight / 2).map(({ line }) => line);
  return [...grouped(numbered, ({ offset }) => offset).values()]
    .filter((those) => new Set(those.map(({ line }) => line.page)).size > 1)
    .flatMap((those) => those.map(({ line }) => line));
}

function numberIn(text: string): number | undefined {
  const [, number] =
    /^[^\p{L}\p{N}]*(?:page\s+|p\.?\s*|seite\s+|s\.\s*)?(\p{Nd}{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de|sur)\s*\p{Nd}+)?[^\p{L}\p{N}]*$/iu.exec(
      text.trim(),
    ) ?? [];
  return number === undefined ? undefined : valueOf(number);
}
