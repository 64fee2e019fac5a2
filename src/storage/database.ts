import type { DBSchema } from "idb";
import type { ArticleBody, ArticleId, ArticleRecord } from "#domain/article.ts";
import type { Look } from "#domain/look.ts";
import type { Position } from "#domain/position.ts";
import type { Preferences } from "#domain/settings.ts";

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

/** The stores of the newest version. Bodies are apart so that listing ten thousand articles does not read ten thousand texts. */
export interface LecternSchema extends DBSchema {
  records: { key: ArticleId; value: ArticleRecord; indexes: { savedAt: number } };
  bodies: { key: ArticleId; value: StoredBody };
  positions: { key: ArticleId; value: StoredPosition };
  /** What the reader chose, and beside it how that looks, for the service worker. */
  preferences: { key: "reader" | "look"; value: Preferences | Look };
}
