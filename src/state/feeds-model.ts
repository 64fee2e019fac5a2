import type { ReadonlySignal } from "@preact/signals";
import type { ImportReason } from "#importing/import-problem.ts";
import type { FeedEntryFacts } from "#protocol/feed-entry.ts";
import type { FetchReason } from "#protocol/fetch-reason.ts";

export type FeedProblem = FetchReason | ImportReason;

/** A feed that the reader follows. */
export interface Feed {
  address: string;
  title: string;
  site?: string;
  /** The folder it is in, from the outermost one inwards. Empty: in none. */
  folder: readonly string[];
  /** New entries are added to the library by themselves. */
  automatic: boolean;
  /** Milliseconds since the epoch. */
  checkedAt?: number;
  problem?: FeedProblem;
}

/** What a feed offers, and the reader has neither taken nor refused. */
export interface Offer extends FeedEntryFacts {
  /** Unique among all offers. */
  key: string;
  /** The title of its feed. */
  feed: string;
  address?: string;
  lang?: string;
}

/** What has come of following an address. */
export type Followed =
  | { kind: "followed"; title: string; offers: number }
  /** It was followed already. */
  | { kind: "known"; title: string }
  /** A page that has several feeds: the reader chooses one. */
  | { kind: "choose"; feeds: { address: string; title: string }[] }
  | { kind: "problem"; problem: FeedProblem | "storage" };

/** Following feeds. No promise rejects: what goes wrong is in its answer, in `feeds` or in the app's problems. */
export interface FeedsModel {
  /** By their titles. Undefined: not read yet. */
  feeds: ReadonlySignal<readonly Feed[] | undefined>;
  /** The newest first. */
  offers: ReadonlySignal<readonly Offer[]>;
  checking: ReadonlySignal<boolean>;
  /** Why the last look came to no feed at all: no network, or no companion. */
  away: ReadonlySignal<FeedProblem | undefined>;
  /** The address of a feed, or of a page that has one. */
  follow(address: string): Promise<Followed>;
  /** Yields whether it could be stored. */
  unfollow(address: string): Promise<boolean>;
  setAutomatic(address: string, automatic: boolean): Promise<void>;
  /** Into this folder, or with an empty path out of all. Yields whether it could be stored. */
  moveTo(address: string, folder: readonly string[]): Promise<boolean>;
  /** Looks for new entries, in all feeds that were not looked at since `olderThan` (milliseconds since the epoch). Yields how many there are. */
  check(olderThan?: number): Promise<number>;
  /** The same without the reader's asking: no more often than is polite, and without a word where it cannot be done. */
  checkDue(): Promise<number>;
  take(keys: readonly string[]): Promise<void>;
  dismiss(keys: readonly string[]): Promise<void>;
  /** What was dismissed is offered again. */
  offerAgain(keys: readonly string[]): Promise<void>;
  /** Follows the feeds of an OPML file, the first `of` of them. Yields how many were not followed yet and how many are left out, or what is wrong with the file. */
  readOpml(file: Blob): Promise<{ added: number; of: number; left: number } | { problem: ImportReason | "storage" }>;
  /** The feeds as an OPML file. */
  writeOpml(title: string): Promise<Blob | undefined>;
}
