import type { DBSchema } from "idb";
import type { ArticleBody, ArticleId, ArticleRecord } from "#domain/article.ts";
import type { Look } from "#domain/look.ts";
import type { Position } from "#domain/position.ts";
import type { Preferences } from "#domain/settings.ts";
import type { FeedEntryFacts } from "#protocol/feed-entry.ts";
import type { Incoming, InboxItem, ListedIncoming } from "#protocol/inbox.ts";

/**
 * The database of the app served under `base`, a path with a slash at both ends. All apps of an origin share its databases, and two
 * publishers of one host must not have one library between them.
 */
export function databaseName(base: string): string {
  return base === "/" ? "lectern" : `lectern:${base}`;
}

/** A body with the revision of the article it belongs to: the record may have moved on without it. */
export interface StoredBody extends ArticleBody {
  revision: string;
}

/** Where reading of an article stopped. */
export interface StoredPosition {
  id: ArticleId;
  position: Position;
  /** How far that is through the text, 0 to 1, so that the library can say it without the body. */
  fraction: number;
  /** Milliseconds since the epoch. */
  updatedAt: number;
  /** The revision of the text that the position counts in, and the words that begin there: they find it again in another one. */
  revision: string;
  quote?: string;
}

export interface StoredInboxItem extends InboxItem<ListedIncoming> {
  /** Made by the database; grows with time. */
  key: number;
}

/** A text or a piece of a file that is on its way or offered: apart, so that to list what there is is not to read it. */
export interface StoredContent {
  /** As in `ListedIncoming`. */
  content: string;
  /** Its place among the pieces of a file, from 0. */
  part: number;
  /** Bytes rather than a Blob: WebKit has lost those, and its private windows keep none. */
  bytes?: ArrayBuffer;
  /** A text with what is said of it. */
  incoming?: Extract<Incoming, { kind: "page" | "text" | "entry" }>;
}

/** A picture of saved articles: here, or still to come. */
export interface StoredImage {
  /** As in `images/<key>`. */
  key: string;
  /** Which articles show it: with the last of them it goes. */
  articles: ArticleId[];
  /** Where it can be fetched. Absent: it came inside a file. */
  address?: string;
  /** The MIME type, the bytes, and the size in CSS pixels. Bytes rather than a Blob: WebKit has lost those. Absent: not here. */
  type?: string;
  bytes?: ArrayBuffer;
  width?: number;
  height?: number;
  /** How often it was asked for in vain. Only what is not here has it, so its index lists what is still to come. */
  wanted?: number;
  /** Why it is not here: a `FetchReason`, or `damaged` where it was no picture. */
  problem?: string;
}

/** What an article was made of, untouched: so that it can be read anew by better rules. */
export interface StoredSource {
  id: ArticleId;
  kind: "html" | "text" | "markdown" | "file";
  /** Compressed by gzip. Absent: too large to be kept twice, or it was one part of a file. */
  bytes?: ArrayBuffer;
  /** As the server or the file declared it. */
  charset?: string;
  /** Where it came from. */
  address?: string;
  /** Every address that has led to it: asked for, arrived at, and canonical. One of them coming again is the same article. */
  addresses: string[];
  /** Of its text: the same text from elsewhere is the same article. */
  hash: string;
}

/** A feed that the reader follows. */
export interface StoredFeed {
  address: string;
  title: string;
  /** The site it belongs to. */
  site?: string;
  /** The folder that the reader keeps it in, from the outermost one inwards. Absent: in none. */
  folder?: readonly string[];
  /** New entries go into the inbox by themselves. */
  automatic?: true;
  /** What the server wants to hear again, to answer that nothing is new. */
  etag?: string;
  lastModified?: string;
  /** Milliseconds since the epoch. */
  checkedAt?: number;
  /** Why the last check failed: a `FetchReason` or an `ImportReason`. */
  problem?: string;
}

/** What an entry offers, until the reader has taken it or does not want it. */
export interface OfferedEntry extends FeedEntryFacts {
  address?: string;
  lang?: string;
  /** Its text, in the store of that name: absent where its feed has none. */
  content?: string;
  /** The text is likely not all. */
  part?: true;
}

/** An entry of a feed that has been seen, so that it is not brought again. */
export interface StoredEntry {
  /** The feed's address. */
  feed: string;
  /** As the feed names the entry. */
  id: string;
  /** Milliseconds since the epoch. */
  seenAt: number;
  /** Absent: taken, or not wanted. */
  offer?: OfferedEntry;
  /** Set with `offer`, and what its index lists. */
  fresh?: 1;
  /** Where it stood in its feed when that was last looked at, from 0: the order of those of one day, and of those without a date. */
  place?: number;
}

export type EntryKey = [feed: string, id: string];

/** The stores of the newest version. Bodies are apart so that listing ten thousand articles does not read ten thousand texts. */
export interface LecternSchema extends DBSchema {
  records: { key: ArticleId; value: ArticleRecord; indexes: { savedAt: number } };
  bodies: { key: ArticleId; value: StoredBody };
  positions: { key: ArticleId; value: StoredPosition };
  /** What the reader chose, and beside it how that looks, for the service worker. */
  preferences: { key: "reader" | "look"; value: Preferences | Look };
  inbox: { key: number; value: StoredInboxItem };
  contents: { key: [content: string, part: number]; value: StoredContent };
  images: { key: string; value: StoredImage; indexes: { articles: ArticleId; wanted: number } };
  sources: { key: ArticleId; value: StoredSource; indexes: { addresses: string; hash: string } };
  feeds: { key: string; value: StoredFeed };
  entries: { key: EntryKey; value: StoredEntry; indexes: { fresh: 1 } };
}
