import type { ParsedFeed } from "#importing/feeds/parsed-feed.ts";
import type { SaidByFeed } from "#protocol/feed-entry.ts";
import type { Incoming } from "#protocol/inbox.ts";
import type { EntryKey, OfferedEntry, StoredEntry } from "#storage/database.ts";
import type { EntryItem, NewEntry } from "#storage/feeds.ts";
import type { Offer } from "./feeds-model.ts";

/** What of a feed's entries is remembered and offered. */
export function entriesOf(feed: ParsedFeed): NewEntry[] {
  return feed.entries.map(({ id, whole, html, ...said }) => ({
    id,
    offer: { ...said, ...(feed.lang && { lang: feed.lang }), ...(html && !whole && { part: true as const }) },
    ...(html && { html }),
  }));
}

/** What goes into the inbox for an offer that is wanted. `feed`: what its feed is called. */
export function itemOf({ content, part, address, title, byline, published }: OfferedEntry, feed?: string): EntryItem {
  const said = saidBy({ byline, published, site: feed });
  return {
    way: "feed",
    name: title.slice(0, 200),
    ...(address && { address }),
    incoming: content ? { kind: "entry", content, ...(part && { part: "page-first" }) } : { kind: "address", said },
    status: "waiting",
  };
}

/** What is to be fetched, with what a feed has said of it. */
export function asAddress(incoming: Incoming): Extract<Incoming, { kind: "address" }> {
  if (incoming.kind !== "entry") return incoming.kind === "address" ? incoming : { kind: "address" };
  return { kind: "address", said: saidBy(incoming) };
}

function saidBy({ byline, published, site }: Facts): SaidByFeed {
  return { ...(byline && { byline }), ...(published && { published }), ...(site && { site }) };
}

type Facts = { [Fact in keyof SaidByFeed]: SaidByFeed[Fact] | undefined };

/** Of one day, and without a date, as their feed has them. */
export function newestFirst(a: StoredEntry, b: StoredEntry): number {
  const days = [b, a].map(({ offer }) => offer?.published ?? "");
  return days[0]!.localeCompare(days[1]!) || (a.place ?? 0) - (b.place ?? 0);
}

export function shownOffer(entry: StoredEntry, titles: ReadonlyMap<string, string>): Offer {
  const { content: _, part: __, ...said } = entry.offer ?? { title: entry.id };
  return { ...said, key: keyOf(entry), feed: titles.get(entry.feed) ?? entry.feed };
}

/** Tells one entry from all others. */
export const keyOf = ({ feed, id }: StoredEntry): string => JSON.stringify([feed, id]);
export const entryKeyOf = (key: string) => JSON.parse(key) as EntryKey;
