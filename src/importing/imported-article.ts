import type { Block, RelatedLink, TextDirection } from "#domain/article.ts";

/** A picture that the blocks show. */
export interface ImportedPicture {
  /**
   * The `src` that the blocks have for it: `images/<key>`, relative to the app's base path. The key is 32 hexadecimal digits of the
   * SHA-256 of its address or, for one that came inside a file, of its bytes, so it is known before the picture is here.
   */
  key: string;
  /** Where it can be fetched: http or https. Absent: it came inside the file. */
  address?: string;
  /** Its bytes, where it came inside the file. */
  bytes?: Blob;
}

/** What every importer yields: an article that has no id and is nowhere stored yet. Nothing in it is markup. */
export interface ImportedArticle {
  title: string;
  byline?: string;
  site?: string;
  /** BCP 47: declared where that is believable, else detected, else `und`. */
  lang: string;
  dir: TextDirection;
  /** ISO 8601 date, without time. */
  published?: string;
  summary?: string;
  /** Canonical, absolute, http or https, without a fragment that names only a place in the page. */
  address?: string;
  /** What it should be found under, such as the book it is a chapter of. */
  tags?: string[];
  /** The picture that stands for the article; its key is among `pictures`. */
  leadImage?: string;
  blocks: Block[];
  /** What the page offered besides, kept apart: shown after the article, never read aloud. */
  related: RelatedLink[];
  /** In the order of the blocks; each key once. */
  pictures: ImportedPicture[];
  /** What the reader should know of what is missing or was guessed; the screen has the sentences. */
  doubts: ImportDoubt[];
}

/** What an importer is not sure of. */
export type ImportDoubt =
  /** The page ends in the middle, in front of a “read more” or a paywall. */
  | "cut-off"
  /** Its page could not be had, and this is what a feed says of it. */
  | "feed-only"
  /** It is one of the later pages of an article of several, and only that. */
  | "later-page"
  /** It looks like a page that asks for consent and keeps the article behind it. */
  | "consent"
  /** Little was found that looks like an article. */
  | "little-text"
  /** It is made of links, as a home page or the front of a section is. */
  | "mostly-links"
  /** It was cut at the limit for one article. */
  | "too-long"
  /** Formulas, embedded media or drawings had to be left out. */
  | "left-out";
