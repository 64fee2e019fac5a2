/** The door of this part: what following feeds needs, loaded when the reader follows one. */
import { companionOf, type CompanionClient } from "../fetching/companion.ts";
import { ImportProblem } from "../import-problem.ts";
import { type FeedLink, feedLinks } from "./links.ts";
import { readOpml, writeOpml } from "./opml.ts";
import { parseFeed } from "./parse-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

export const opml = { read: readOpml, write: writeOpml };

export type FeedFound =
  /** Nothing is new since. */
  | { kind: "unchanged" }
  | { kind: "feed"; feed: ParsedFeed; address: string; etag?: string; lastModified?: string }
  /** A page, and the feeds that it names: at least one. */
  | { kind: "page"; links: FeedLink[] };

/** Finds feeds through the companion of the app at `base`, absolute and with a slash at the end. */
export function createFeedFinder(base: string, companion: Pick<CompanionClient, "fetchFeed"> = companionOf(base)) {
  /**
   * What is at the address of a feed, or of a page that has some. `since`: what the last answer said of itself. Rejects with a
   * `FetchProblem`, or with an `ImportProblem`: `not-an-article` is neither a feed nor a page that names one.
   */
  return async function findFeed(
    address: string,
    signal: AbortSignal,
    since: { etag?: string; lastModified?: string } = {},
  ): Promise<FeedFound> {
    const answer = await companion.fetchFeed(address, signal, since);
    if (answer === "unchanged") return { kind: "unchanged" };
    const { text, address: at, etag, lastModified } = answer;
    try {
      const feed = parseFeed(text, at);
      return { kind: "feed", feed, address: at, ...(etag && { etag }), ...(lastModified && { lastModified }) };
    } catch (error) {
      const links = feedLinks(text, at);
      if (links.length > 0) return { kind: "page", links };
      throw error instanceof ImportProblem ? error : new ImportProblem("not-an-article", { cause: error });
    }
  };
}
