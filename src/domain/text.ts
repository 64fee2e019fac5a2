/**
 * THE text projection. An article's text is a list of leaves: the places that hold text directly (a paragraph, a heading, a
 * table cell, a caption ...), numbered in document order. Positions, sentences, speech, search, highlights and word
 * counts all address `{leaf number, UTF-16 offset into that leaf's text}`, so that they can never disagree.
 *
 * In the page a leaf is the element with the id `leafElementId(number)`, and its text nodes joined (with "\n" for `<br>` and
 * U+FFFC for an image) equal `leaf.text` exactly: `rendering/` makes them so, `reading/ranges.ts` relies on it.
 */
import type { ArticleBody, Block, ImageSource, Inline, TextDirection } from "./article.ts";

/** Stands for an image in text, as browsers and assistive technology use it. */
export const OBJECT_REPLACEMENT = "\uFFFC";

export type LeafKind = "paragraph" | "heading" | "image" | "caption" | "cell" | "preformatted";

export interface Leaf {
  /** Its place in document order, from 0. The `block` of a `Position`. */
  number: number;
  kind: LeafKind;
  text: string;
  /** Empty for `image` and `preformatted`. */
  content: readonly Inline[];
  /** Heading level, for headings. */
  level?: number;
  /** Only where a block declares a language or direction of its own. */
  lang?: string;
  dir?: TextDirection;
  /** For `image`: what is shown. */
  image?: ImageSource;
  /** True inside a note: read on demand, not in the flow of reading or listening. */
  inNote: boolean;
}

/** The string of a sequence of inlines. */
export function textOf(content: readonly Inline[]): string {
  let text = "";
  for (const inline of content) text += "text" in inline ? inline.text : OBJECT_REPLACEMENT;
  return text;
}

export function leafElementId(number: number): string {
  return `b${number}`;
}

/** All leaves of a body in document order; `leaves[n].number === n`. */
export function leavesOf(body: Pick<ArticleBody, "blocks">): Leaf[] {
  const leaves: Leaf[] = [];
  collect(body.blocks, leaves, { inNote: false });
  return leaves;
}

interface Surroundings {
  inNote: boolean;
  lang?: string;
  dir?: TextDirection;
}

function collect(blocks: readonly Block[], into: Leaf[], around: Surroundings): void {
  const add = (kind: LeafKind, text: string, content: readonly Inline[], rest: Partial<Leaf> = {}) => {
    into.push({ number: into.length, kind, text, content, ...around, ...rest });
  };
  for (const block of blocks) {
    switch (block.type) {
      case "paragraph":
        add("paragraph", textOf(block.content), block.content, own(block));
        break;
      case "heading":
        add("heading", textOf(block.content), block.content, { level: block.level });
        break;
      case "list":
        for (const item of block.items) collect(item, into, around);
        break;
      case "quote":
        collect(block.content, into, { ...around, ...own(block) });
        break;
      case "figure":
        add("image", OBJECT_REPLACEMENT, [], { image: block.image });
        if (block.caption) add("caption", textOf(block.caption), block.caption);
        break;
      case "table":
        if (block.caption) add("caption", textOf(block.caption), block.caption);
        for (const row of block.rows) for (const cell of row) add("cell", textOf(cell.content), cell.content);
        break;
      case "preformatted":
        add("preformatted", block.text, []);
        break;
      case "note":
        collect(block.content, into, { ...around, inNote: true });
        break;
      case "rule":
        break;
    }
  }
}

function own(block: { lang?: string; dir?: TextDirection }): { lang?: string; dir?: TextDirection } {
  return { ...(block.lang && { lang: block.lang }), ...(block.dir && { dir: block.dir }) };
}
