/**
 * THE text projection. An article's text is a list of leaves: the places that hold text directly (a paragraph, a heading, a
 * table cell, a caption ...), numbered in document order. Positions, sentences, speech, search, highlights and word
 * counts all address `{leaf number, UTF-16 offset into that leaf's text}`, so that they can never disagree.
 *
 * In the page a leaf is the element with the id `leafElementId(number)`, and its text nodes joined (with "\n" for `<br>` and
 * U+FFFC for an image or a formula; without the readings of ruby) equal `leaf.text` exactly: `rendering/` makes them so, `reading/ranges.ts` relies on it.
 */
import type { ArticleBody, Block, ImageSource, Inline, OwnLanguage, TextDirection } from "./article.ts";

/** Stands for an image or a formula in text, as browsers and assistive technology use it. */
export const OBJECT_REPLACEMENT = "\uFFFC";

export type LeafKind = "paragraph" | "heading" | "term" | "image" | "math" | "caption" | "cell" | "preformatted";

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

interface Surroundings extends OwnLanguage {
  inNote: boolean;
}

function collect(blocks: readonly Block[], into: Leaf[], outside: Surroundings): void {
  for (const block of blocks) {
    const around = { ...outside, ...own(block) };
    const put = (
      kind: LeafKind,
      text: string,
      content: readonly Inline[],
      rest: Partial<Leaf> = {},
      where = around,
    ) => {
      into.push({ number: into.length, kind, text, content, ...where, ...rest });
    };
    const add = (kind: LeafKind, content: readonly Inline[], rest?: Partial<Leaf>, where?: Surroundings) => {
      put(kind, textOf(content), content, rest, where);
    };
    switch (block.type) {
      case "paragraph":
        add("paragraph", block.content);
        break;
      case "heading":
        add("heading", block.content, { level: block.level });
        break;
      case "list":
        for (const item of block.items) collect(item, into, around);
        break;
      case "definitions":
        for (const { terms, details } of block.items) {
          for (const term of terms) add("term", term);
          for (const detail of details) collect(detail, into, around);
        }
        break;
      case "quote":
        collect(block.content, into, around);
        if (block.source) add("caption", block.source, {}, outside);
        break;
      case "figure":
        put("image", OBJECT_REPLACEMENT, [], { image: block.image });
        if (block.caption) add("caption", block.caption);
        break;
      case "table":
        if (block.caption) add("caption", block.caption);
        for (const row of block.rows) for (const cell of row) add("cell", cell.content);
        break;
      case "preformatted":
        put("preformatted", block.text, []);
        break;
      case "math":
        add("math", [block]);
        break;
      case "note":
        collect(block.content, into, { ...around, inNote: true });
        break;
      case "rule":
        break;
    }
  }
}

function own({ lang, dir }: OwnLanguage): OwnLanguage {
  return { ...(lang && { lang }), ...(dir && { dir }) };
}
