import type { Block } from "#domain/article.ts";
import { pictureSrc } from "../../html/picture-key.ts";
import { ImportProblem } from "../../import-problem.ts";
import type { ImportedPicture } from "../../imported-article.ts";
import { PDF_PAGES_AT_ONCE } from "../limits.ts";
import { languageOf } from "../../text/language.ts";
import { blocksOf, type Laid } from "./blocks.ts";
import { withBrackets } from "./directions.ts";
import { figuresOf } from "./figures.ts";
import { withoutFurniture } from "./furniture.ts";
import { type Line, linesOf, withColumnEdges } from "./lines.ts";
import type { PdfArticle } from "./messages.ts";
import { believed } from "./metadata.ts";
import { withoutNotes } from "./notes.ts";
import type { OutlineEntry, Page, PdfInfo } from "./page.ts";
import { bodySize } from "./paragraphs.ts";
import { lettersOf } from "../../normal-form.ts";

export interface PdfContent {
  pages: Page[];
  outline: OutlineEntry[];
  info: PdfInfo;
  /** The file's name without its ending. */
  name: string;
  /** Of all that the pages show; none where it is absent. */
  pictures?: ImportedPicture[];
  /** Some are missing. */
  leftOut?: boolean;
}

/** Pages to an article where a long document has no chapters of its own. */
const PAGES_TO_A_PART = 100;
/** Fewer letters a page than this are stamps and page numbers over pictures. */
const FEWEST_LETTERS = 12;

/**
 * One article; of a long document one for each of its chapters, in their order. Throws an `ImportProblem`: `scanned` where there is
 * no text, or none that says what its letters are.
 */
export function toArticles({ pages, outline, info, name, pictures = [], leftOut }: PdfContent): PdfArticle[] {
  refuseUnreadable(pages);
  const { title, lang: declared, ...rest } = believed(info);
  const all = allLines(pages);
  const lang = languageOf(declared, all.map(({ text }) => text).join(" "));
  const { lines, notes } = withoutNotes(all, bodySize(all));
  const document = { links: pages.map(({ links }) => links), outline, lang };
  const figures = figuresOf(pages);
  const doubts: PdfArticle["doubts"] = leftOut ? ["left-out"] : [];
  const dir = lines.reduce((sum, { rtl, text }) => sum + (rtl ? text.length : -text.length), 0) > 0 ? "rtl" : "ltr";
  const parts = pages.length > PDF_PAGES_AT_ONCE ? partsOf(pages.length, outline) : [{ from: 0, to: pages.length }];
  const found: { heading?: string; laid: Laid }[] = parts.flatMap(({ from, to, title: heading }) => {
    const within = ({ page }: { page: number }) => page >= from && page < to;
    const laid = blocksOf({
      ...document,
      lines: lines.filter(within),
      notes: notes.filter(within),
      figures: figures.filter(within),
    });
    return laid.blocks.length > 0 ? [{ laid, ...(heading === undefined ? {} : { heading }) }] : [];
  });
  const whole = wholeTitle(title, found[0]?.laid.title) ?? name;
  return found.map(({ heading, laid }, index): PdfArticle => {
    const isPart = found.length > 1;
    const own = isPart ? `${whole}: ${heading ?? index + 1}` : whole;
    const blocks = withoutTitle(laid, [own, whole, heading ?? whole]);
    return {
      ...rest,
      title: own,
      lang,
      dir,
      blocks,
      doubts,
      pictures: shownIn(blocks, pictures),
      ...(isPart ? { tags: [whole] } : {}),
    };
  });
}

function shownIn(blocks: Block[], pictures: ImportedPicture[]): ImportedPicture[] {
  const shown = new Set(blocks.flatMap((block) => (block.type === "figure" ? [block.image.src] : [])));
  return pictures.filter(({ key }) => shown.has(pictureSrc(key)));
}

/** Of the title the file has and the one that is shown the first, unless the other is that and more. */
function wholeTitle(told: string | undefined, shown: string | undefined): string | undefined {
  if (told === undefined || shown === undefined) return told ?? shown;
  return lettersOf(shown).startsWith(lettersOf(told)) && shown.length < told.length * 4 ? shown : told;
}

function refuseUnreadable(pages: Page[]): void {
  const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join("");
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  // Fonts without a map to letters: what comes out are places in the font, in the private area or among the controls.
  const unknown = text.match(/[\p{Co}\p{Cn}\ufffd]|(?![\t\n\r])\p{Cc}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS * Math.min(pages.length, 50) ** 0.5 || unknown > letters)
    throw new ImportProblem("scanned");
}

function allLines(pages: Page[]): Line[] {
  const lines: Line[] = [];
  for (const [number, page] of pages.entries()) lines.push(...linesOf(page, number, (lines.at(-1)?.column ?? -1) + 1));
  return withColumnEdges(withoutFurniture(withBrackets(lines), pages.length));
}

function partsOf(pageCount: number, outline: OutlineEntry[]): { from: number; to: number; title?: string }[] {
  const chapters = outline.filter(({ depth }) => depth === 0).toSorted((a, b) => a.page - b.page);
  if (chapters.length < 2) {
    const starts = Array.from(
      { length: Math.ceil(pageCount / PAGES_TO_A_PART) },
      (_, index) => index * PAGES_TO_A_PART,
    );
    return starts.map((from) => ({ from, to: Math.min(from + PAGES_TO_A_PART, pageCount) }));
  }
  // Of chapters on one page the first has it.
  const apart = chapters.filter(({ page }, index) => page !== chapters[index - 1]?.page);
  const parts = apart.map(({ page, title }, index) => ({ from: page, to: apart[index + 1]?.page ?? pageCount, title }));
  return parts[0]!.from > 0 ? [{ from: 0, to: parts[0]!.from }, ...parts] : parts;
}

/** The title is said once: not again as the first heading. */
function withoutTitle({ blocks, title, titleBlock }: Laid, titles: string[]): Block[] {
  if (title === undefined || titleBlock === undefined) return blocks;
  const shown = titles.map(lettersOf);
  const isShown = shown.some(
    (other) => other === lettersOf(title) || (lettersOf(title).length > 10 && other.startsWith(lettersOf(title))),
  );
  return isShown ? blocks.toSpliced(titleBlock, 1) : blocks;
}
