/** An entry of a feed, as its publisher gives it. Texts are plain; `html` is foreign markup, for the importer alone. */
export interface FeedEntry {
  /** Stays the same from one fetch to the next; unique within its feed. */
  id: string;
  title: string;
  /** Absolute, http or https. */
  address?: string;
  byline?: string;
  /** ISO 8601 date, without time. */
  published?: string;
  /** One or two sentences, cut at a word. */
  summary?: string;
  html?: string;
  /** Whether `html` is the whole article and not the beginning of one. */
  whole: boolean;
}

export interface ParsedFeed {
  title: string;
  /** The site it belongs to: absolute, http or https. */
  site?: string;
  /** BCP 47, as declared. */
  lang?: string;
  /** As in the feed: the newest first with most publishers. */
  entries: FeedEntry[];
}
