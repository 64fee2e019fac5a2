/**
 * What the page's tabs and the service worker tell one another after they have stored something. A change says where to look,
 * never what is there: storage is the truth. Another version of the app may be on the line, so a listener ignores a type it does
 * not know.
 */
import type { ArticleId } from "#domain/article.ts";
import type { StorageReason } from "./storage-reason.ts";

export type Change =
  /** The list of articles; with `id`, one article's record and body. */
  | { type: "records"; id?: ArticleId }
  /** Where reading of this article stopped. */
  | { type: "position"; id: ArticleId }
  | { type: "preferences" }
  /** Something has come in, or is on; `arrival`: as the tab at work on it has it. */
  | { type: "inbox"; arrival?: { key: number } }
  /** The feeds that are followed, or what they offer. */
  | { type: "feeds" }
  /** The service worker could not store an article, for this reason: it has no screen of its own to say it on. */
  | { type: "not-stored"; reason: StorageReason };
