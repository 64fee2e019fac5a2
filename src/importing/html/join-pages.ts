import type { Block, Mark } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import type { ImportedArticle, ImportedPicture } from "../imported-article.ts";
import { type HtmlOptions, importHtml } from "./import-html.ts";

/** An article of several pages as one; everything but the text is the first page's. Rejects as `importHtml` does for the first; others without text are left out. */
export async function joinPages(pages: readonly string[], options: HtmlOptions = {}): Promise<ImportedArticle> {
  const [first = "", ...others] = pages;
  const { nextPage: _, ...article } = await importHtml(first, options);
  const parts = [article.blocks];
  const pictures = new Map<string, ImportedPicture>(article.pictures.map((picture) => [picture.key, picture]));
  for (const page of others) {
    const part = await importHtml(page, options).catch(() => undefined);
    if (!part) continue;
    parts.push(part.blocks);
    for (const picture of part.pictures) if (!pictures.has(picture.key)) pictures.set(picture.key, picture);
  }
  return { ...article, blocks: joinBlocks(parts), pictures: [...pictures.values()] };
}

/** The blocks of several pages one after another: what each of them repeats comes once, notes come last and keep their references. */
export function joinBlocks(parts: readonly (readonly Block[])[]): Block[] {
  const seen = new Set<string>();
  const body: Block[] = [];
  const notes: Block[] = [];
  for (const [number, part] of parts.entries()) {
    for (const block of number === 0 ? part : part.map((one) => withNotesOf(one, number))) {
      const text =
        block.type === "paragraph" || block.type === "heading" ? `${block.type} ${textOf(block.content)}` : undefined;
      if (number > 0 && text !== undefined && seen.has(text)) continue;
      if (text !== undefined) seen.add(text);
      (block.type === "note" ? notes : body).push(block);
    }
  }
  return [...body, ...notes];
}

/** With ids of notes that no other page has. */
function withNotesOf(block: Block, page: number): Block {
  const rename = (_key: string, value: unknown): unknown => {
    if (typeof value !== "object" || value === null || !("type" in value)) return value;
    const one = value as Mark | Block;
    if (one.type === "note-reference") return { ...one, note: `page-${page}-${one.note}` };
    return one.type === "note" && !one.id.startsWith("page-") ? { ...one, id: `page-${page}-${one.id}` } : one;
  };
  return JSON.parse(JSON.stringify(block), rename) as Block;
}
