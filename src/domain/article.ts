/**
 * What an article is. The body is data: blocks with inline runs, never markup. Everything that shows, speaks, searches or
 * measures an article starts from these shapes.
 */

/** Identifies an article on this device and in the address `read/<id>`: lower-case letters, digits and hyphens. */
export type ArticleId = string;

export type TextDirection = "ltr" | "rtl";

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
  | { type: "language"; lang: string; dir?: TextDirection }
  /** The run is the visible label of a reference to the note block with this id. */
  | { type: "note-reference"; note: string };

/** A stretch of text under one set of marks. A line break inside a paragraph is the character "\n". */
export interface TextRun {
  text: string;
  marks?: Mark[];
}

/** A picture inside a line of text. It counts as one character (U+FFFC) in the text projection. */
export interface InlineImage {
  image: ImageSource;
  marks?: Mark[];
}

export type Inline = TextRun | InlineImage;

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
  align?: "start" | "center" | "end";
}

export type Block =
  | { type: "paragraph"; content: Inline[]; lang?: string; dir?: TextDirection }
  /** Level 2 to 6: the article's title is the only level 1. */
  | { type: "heading"; level: 2 | 3 | 4 | 5 | 6; content: Inline[] }
  /** `tight`: the items are lines rather than paragraphs. */
  | { type: "list"; ordered: boolean; start?: number; tight: boolean; items: Block[][] }
  /** `pull`: a sentence lifted out for display. */
  | { type: "quote"; pull?: boolean; content: Block[]; lang?: string; dir?: TextDirection }
  | { type: "figure"; image: ImageSource; caption?: Inline[] }
  | { type: "table"; caption?: Inline[]; rows: TableCell[][] }
  | { type: "preformatted"; text: string; language?: string }
  | { type: "rule" }
  /** A footnote, kept at the end of the body. `label` is what the reference shows. */
  | { type: "note"; id: string; label: string; content: Block[] };

/** A link that belongs to the page the article came from, not to the article: shown after it, never counted, never read aloud. */
export interface RelatedLink {
  title: string;
  href: string;
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
