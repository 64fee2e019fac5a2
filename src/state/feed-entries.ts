import type { ParsedFeed } from "#importing/feeds/parsed-feed.ts";
import type { OfferedEntry } from "#storage/database.ts";
import type { EntryItem, NewEntry } from "#storage/feeds.ts";

/** What of a feed's entries is remembered and offered. */
export function entriesOf(feed: ParsedFeed): NewEntry[] {
  return feed.entries.map(({ id, whole, html, ...said }) => ({
    id,
    offer: { ...said, ...(feed.lang && { lang: feed.lang }), ...(html && !whole && { part: true as const }) },
    ...(html && { html }),
  }));
}

/** What goes into the inbox for an offer that is wanted. */
export function itemOf({ content, part, address, title }: OfferedEntry): EntryItem {
  return {
    way: "feed",
    name: title.slice(0, 200),
    ...(address && { address }),
    incoming: content ? { kind: "entry", content, ...(part && { part: "page-first" }) } : { kind: "address" },
    status: "waiting",
  };
}
