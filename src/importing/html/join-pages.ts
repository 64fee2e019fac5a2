import type { Block, Mark } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import type { ImportedArticle, ImportedPicture } from "../imported-article.ts";
import { weightOfText } from "./extraction/readability.ts";
import { type HtmlOptions, importHtml } from "./import-html.ts";

/** An article of several pages as one; everything but the text is the first page's. Rejects as `importHtml` does for the first; others without text are left out. */
export async function joinPages(pages: readonly string[], options: HtmlOptions = {}): Promise<ImportedArticle> {
  const [first = "", ...others] = pages;
  const { nextPage: _, isThread, ...article } = await importHtml(first, options);
  const parts = [article.blocks];
  const pictures = new Map<string, ImportedPicture>(article.pictures.map((picture) => [picture.key, picture]));
  for (const page of others) {
    const part = await importHtml(page, { ...options, first: options.address }).catch(() => undefined);
    if (!part) continue;
    parts.push(part.blocks);
    for (const picture of part.pictures) if (!pictures.has(picture.key)) pictures.set(picture.key, picture);
  }
  return { ...article, blocks: joinBlocks(parts, isThread), pictures: [...pictures.values()] };
}

/**
 * The blocks of several pages one after another: what each of them has at its head or foot comes once, notes come last and keep their references.
 * `allDiffer`: the pages have nothing in common, and what looks so was said again.
 */
export function joinBlocks(parts: readonly (readonly Block[])[], allDiffer = false): Block[] {
  const bodies = parts.map((part) => part.filter(({ type }) => type !== "note"));
  const body: Block[] = [];
  const notes: Block[] = [];
  for (const [number, part] of parts.entries()) {
    const { head, foot } =
      number === 0 || allDiffer ? { head: 0, foot: 0 } : repeated(bodies[number - 1]!, bodies[number]!);
    const own = bodies[number]!;
    for (const block of own.slice(head, own.length - foot)) body.push(withNotesOf(block, number));
    for (const block of part) if (block.type === "note") notes.push(withNotesOf(block, number));
  }
  return [...body, ...notes];
}

/** Blocks at the edge of a page that are looked at for what every page has: a title, a teaser, an invitation. */
const EDGE = 3;

/** Shorter lines, in Latin letters, may well be said twice: “Yes.”, “* * *”. */
const TELLING = 40;

/** How many blocks at the head and at the foot of a page are those of the page before it. */
function repeated(before: readonly Block[], page: readonly Block[]): { head: number; foot: number } {
  const at = (blocks: readonly Block[], i: number) => textOfBlock(blocks.at(i));
  const same = (i: number) => at(page, i) !== undefined && at(page, i) === at(before, i);
  let [head, foot] = [0, 0];
  while (head < EDGE && head < page.length && same(head)) head++;
  while (foot < EDGE && foot < page.length - head && same(-1 - foot)) foot++;
  return { head, foot };
}

function textOfBlock(block: Block | undefined): string | undefined {
  if (block?.type !== "paragraph" && block?.type !== "heading") return undefined;
  const text = textOf(block.content);
  return block.type === "heading" || weightOfText(text) >= TELLING ? text : undefined;
}

/** With ids of notes that no other page has. */
function withNotesOf(block: Block, page: number): Block {
  if (page === 0) return block;
  const rename = (_key: string, value: unknown): unknown => {
    if (typeof value !== "object" || value === null || !("type" in value)) return value;
    const one = value as Mark | Block;
    if (one.type === "note-reference") return { ...one, note: `page-${page}-${one.note}` };
    return one.type === "note" && !one.id.startsWith("page-") ? { ...one, id: `page-${page}-${one.id}` } : one;
  };
  return JSON.parse(JSON.stringify(block), rename) as Block;
}
