/**
 * What an article is. The body is data: blocks with inline runs, never markup. Everything that shows, speaks, searches or
 * measures an article starts from these shapes.
 */

import type { MathNode } from "./math.ts";

/** Identifies an article on this device and in the address `read/<id>`: lower-case letters, digits and hyphens. */
export type ArticleId = string;

export type TextDirection = "ltr" | "rtl";

/** As HTML names them: https://html.spec.whatwg.org/multipage/grouping-content.html#attr-ol-type */
export type Numbering = "a" | "A" | "i" | "I";

/** Something true of a run of text. The order of a run's marks is the nesting order, outermost first. */
export type Mark =
  | { type: "emphasis" }
  | { type: "strong" }
  | { type: "code" }
  | { type: "deleted" }
  | { type: "small" }
  | { type: "subscript" }
  | { type: "superscript" }
  | { type: "link"; href: string; title?: string }
  | { type: "abbreviation"; title: string }
  /** The title of a work. */
  | { type: "citation" }
  | { type: "language"; lang: string; dir?: TextDirection }
  /** A run that the text around it must not reorder, nor it that text. Without `dir`, its first strong letter says how it runs. */
  | { type: "isolate"; dir?: TextDirection }
  /** The run is the visible label of a reference to the note block with this id. */
  | { type: "note-reference"; note: string };

/** A stretch of text under one set of marks. A line break inside a paragraph is the character "\n". */
export interface TextRun {
  text: string;
  /** How the run is read, set in small letters over it (ruby). Shown, but no part of the article's text. */
  reading?: string;
  marks?: Mark[];
}

/** A picture inside a line of text. It counts as one character (U+FFFC) in the text projection. */
export interface InlineImage {
  image: ImageSource;
  marks?: Mark[];
}

/** A formula inside a line of text. It counts as one character (U+FFFC) in the text projection. */
export interface InlineMath {
  math: readonly MathNode[];
  /** The formula in words: what is said for it, and what is shown where there is no MathML. */
  alt: string;
  marks?: Mark[];
}

export type Inline = TextRun | InlineImage | InlineMath;

export interface ImageSource {
  /** Relative to the app's base path. */
  src: string;
  /** Text alternative. Empty: decorative. Absent: unknown, and said so to the reader. */
  alt?: string;
  /** Intrinsic size in CSS pixels, so that the page does not move when the picture arrives. */
  width?: number;
  height?: number;
}

export interface TableCell {
  content: Inline[];
  header?: boolean;
  /** How many columns and rows it takes up, where more than one. What it covers has no cell. */
  colSpan?: number;
  rowSpan?: number;
  /** The heads of this cell by their place among the table's cells, from 0, where rows and columns alone do not tell them. */
  headers?: number[];
  align?: "start" | "center" | "end";
}

/** Terms and what is said of all of them. */
export interface Definition {
  terms: Inline[][];
  details: Block[][];
}

/** What a block may declare of its text where it differs from the text around. Code, formulas, rules and notes do not. */
export interface OwnLanguage {
  lang?: string;
  dir?: TextDirection;
}

export type Block = OwnLanguage &
  (
    | { type: "paragraph"; content: Inline[] }
    /** Level 2 to 6: the article's title is the only level 1. */
    | { type: "heading"; level: 2 | 3 | 4 | 5 | 6; content: Inline[] }
    /** `numbering`: letters or Roman numerals, where the text refers to them. `tight`: the items are lines rather than paragraphs. */
    | { type: "list"; ordered: boolean; start?: number; numbering?: Numbering; tight: boolean; items: Block[][] }
    | { type: "definitions"; items: Definition[] }
    /** `pull`: a sentence lifted out for display. `source`: who said it and where, in the language of the text around. */
    | { type: "quote"; pull?: boolean; content: Block[]; source?: Inline[] }
    | { type: "figure"; image: ImageSource; caption?: Inline[] }
    | { type: "table"; caption?: Inline[]; rows: TableCell[][] }
    /** `language`: the name of the programming language, as it is shown. */
    | { type: "preformatted"; text: string; language?: string }
    /** A formula with a line to itself. */
    | { type: "math"; math: readonly MathNode[]; alt: string }
    | { type: "rule" }
    /** A footnote, kept at the end of the body. `label` is what the reference shows. */
    | { type: "note"; id: string; label: string; content: Block[] }
  );

/** A link that belongs to the page the article came from, not to the article: shown after it, never counted, never read aloud. */
export interface RelatedLink {
  title: string;
  /** Absent: the page gave a title without a link, as pasted text does. */
  href?: string;
}

/** What the library knows of an article without loading its body. About half a kilobyte. */
export interface ArticleRecord {
  id: ArticleId;
  title: string;
  byline?: string;
  site?: string;
  /** BCP 47. The language of the article, which need not be the language of the app. */
  lang: string;
  dir: TextDirection;
  /** ISO 8601 date, without time. */
  published?: string;
  summary?: string;
  tags: string[];
  /** Words of the body without notes, counted by `#domain/reading-time.ts`. */
  words: number;
  /** Minutes to read the body at the usual pace of its language, at least 1. */
  minutes: number;
  /** Changes exactly when the record or the body changes. */
  revision: string;
  origin: "shipped" | "saved";
  /** Milliseconds since the epoch. Shipped articles carry their publication date. */
  savedAt: number;
}

export interface ArticleBody {
  id: ArticleId;
  blocks: Block[];
  related: RelatedLink[];
}

/** A whole article as it travels: `articles/<id>.json` and every importer yield this. */
export interface Article {
  record: ArticleRecord;
  body: ArticleBody;
}
