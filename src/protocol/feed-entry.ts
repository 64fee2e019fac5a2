/** What a feed says of one of its entries. All of it is text, none markup. */
export interface FeedEntryFacts {
  title: string;
  byline?: string;
  /** ISO 8601 date, without time. */
  published?: string;
  /** One or two sentences, cut at a word. */
  summary?: string;
  /** The summary is no more than the beginning of the text, or breaks off and says that it goes on. */
  teaser?: true;
}

/** What a page may lack that a feed says of its article. `site`: what the feed is called. */
export interface SaidByFeed extends Pick<FeedEntryFacts, "byline" | "published"> {
  site?: string;
}
