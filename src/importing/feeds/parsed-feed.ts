import type { FeedEntryFacts } from "#protocol/feed-entry.ts";

/** An entry of a feed, as its publisher gives it. `html` is foreign markup, for the importer alone. */
export interface FeedEntry extends FeedEntryFacts {
  /** Stays the same from one fetch to the next; unique within its feed. */
  id: string;
  /** Absolute, http or https. */
  address?: string;
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
