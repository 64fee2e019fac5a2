/** What is on its way into the library, as the service worker and the pages put it into storage and take it from there. */

import type { FeedEntryFacts, SaidByFeed } from "./feed-entry.ts";

/** How something came in. `page`: handed over by the bookmarklet. */
export type Way = "address" | "share" | "page" | "paste" | "file" | "feed";

/** What came in. Of a share, which may have everything at once, it is what says most. */
export type Incoming =
  /** Has to be fetched first. `said`: what its feed says of it, for where its page does not. */
  | { kind: "address"; said?: SaidByFeed }
  /** A page as it was handed over, with the address it was at. */
  | { kind: "page"; html: string }
  /** `html`: the same as markup, where it was pasted so. `title`: what the app that it was shared from calls it. */
  | { kind: "text"; text: string; html?: string; title?: string }
  | { kind: "file"; name: string; type: string; bytes: ArrayBuffer | Blob }
  /** Just as the share sheet sent it; it is told apart into some of the others when its turn comes. */
  | { kind: "share"; fields: [name: string, value: string | File][] }
  /** The text of an entry of a feed, with what the feed says of it. `site`: what the feed is called. `part`: it is likely not all, and its page could not be had. */
  | ({ kind: "entry"; html: string; lang?: string; site?: string; part?: true } & FeedEntryFacts)
  /**
   * Read already, and corrected by the reader: an `ImportedArticle`, with the text or markup that it was made of. `end`: as long as it is
   * being corrected, the first of its blocks that the reader does not want; absent where all are wanted. `instead`: the key of what it was
   * pasted in the place of.
   */
  | { kind: "draft"; article: object; text: string; html?: string; end?: number; instead?: number };

/** In bytes: what is larger than this is not kept, whatever it is. The limits of the kinds of files are no higher. */
export const LARGEST_FILE = 300 * 1024 * 1024;

/** A file that is on its way. Its bytes are kept apart, as `content`; without that they are not here, and `problem` says why. */
export interface KeptFile {
  name: string;
  type: string;
  content?: string;
  /** An `ImportReason`. */
  problem?: string;
}

/** What came in, as a list of it has it: without the texts and files themselves, which are kept apart as `content`. */
export type ListedIncoming =
  | Extract<Incoming, { kind: "address" | "draft" }>
  | { kind: "page" | "text"; content: string }
  /** `part`: the text is likely not all, so its page is fetched; once that has failed for good, it is better than nothing. */
  | { kind: "entry"; content: string; part?: "page-first" | "alone" }
  | ({ kind: "file" } & KeptFile)
  | { kind: "share"; fields: [name: string, value: string | KeptFile][] };

/** One thing on its way. It is stored from the moment it came in until it is in the library. */
export interface InboxItem<In = Incoming> {
  way: Way;
  /** What the reader knows it by: a title, an address, or the name of a file. */
  name: string;
  /** Where it is, if it is on the web. */
  address?: string;
  incoming: In;
  /**
   * - `waiting`: for its turn, or for a network, or for `notBefore`.
   * - `kept`: by the reader, for later.
   * - `failed`: `problem` says why.
   * - `draft`: pasted, and shown to the reader for correction; not listed among what has come in.
   * - `known`: it is in the library already, as `known`, and the reader has not said yet what to do.
   */
  status: "waiting" | "kept" | "failed" | "draft" | "known";
  /** A `FetchReason`, an `ImportReason` or a `StorageReason`. */
  problem?: string;
  /** How often it was tried in vain, and the time before which it is not tried again, in milliseconds since the epoch. */
  attempts?: number;
  notBefore?: number;
  /** How often it was begun without coming to an end, good or bad: its tab was closed, or could not bear it. */
  begun?: number;
  /** How many of its parts, such as chapters, are in the library, and of how many where that is known. */
  progress?: { done: number; of: number };
  /** Ids and titles of what is in the library already. */
  known?: { id: string; title: string }[];
  /** The reader wants these to be replaced, or this to be kept beside them: ids of what was known. */
  renew?: string[];
  both?: string[];
}
