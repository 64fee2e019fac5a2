import type { IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { LecternSchema } from "./database.ts";

/*
 * The built app has no more of idb than what is used here: no `db.get` and its like, no cursors (`publishing/unused-code-plugin.ts`).
 */

type Stores = StoreNames<LecternSchema>[];

/**
 * `strict` waits until the data is on the disk, for what exists nowhere else. `relaxed` trusts the operating system for some
 * seconds, which only a power cut can betray: https://developer.chrome.com/blog/indexeddb-durability-mode-now-defaults-to-relaxed
 */
export type Durability = "strict" | "relaxed";

/** Reads in one transaction: what it yields belongs together. */
export function read<const Names extends Stores, T>(
  db: IDBPDatabase<LecternSchema>,
  stores: Names,
  work: (tx: IDBPTransaction<LecternSchema, Names, "readonly">) => Promise<T>,
): Promise<T> {
  return finish(db.transaction(stores, "readonly"), work);
}

/**
 * Writes in one transaction and resolves when it has completed: all of it is stored. When anything fails, none of it is.
 * `work` may await nothing but the transaction's own requests.
 */
export function write<const Names extends Stores, T>(
  db: IDBPDatabase<LecternSchema>,
  stores: Names,
  durability: Durability,
  work: (tx: IDBPTransaction<LecternSchema, Names, "readwrite">) => Promise<T>,
): Promise<T> {
  return finish(db.transaction(stores, "readwrite", { durability }), work);
}

/**
 * - The end of the transaction decides, not the requests: on a full disk a request succeeds, or never answers, and the
 *   transaction is aborted afterwards.
 * - Its error comes first: requests that were waiting when it was aborted all say AbortError.
 * - It is aborted when `work` throws. A value that cannot be cloned throws without ending the transaction, and what was put before
 *   would be committed alone.
 * - `tx.done` is not used: it rejects with a bare AbortError at the first failed request, before the reason is known
 *   (https://github.com/jakearchibald/idb/issues/320). It has to be heard all the same, or it is an unhandled rejection.
 */
async function finish<Names extends Stores, Mode extends IDBTransactionMode, T>(
  tx: IDBPTransaction<LecternSchema, Names, Mode>,
  work: (tx: IDBPTransaction<LecternSchema, Names, Mode>) => Promise<T>,
): Promise<T> {
  tx.done.catch(() => {});
  try {
    const working = work(tx);
    const completed = new Promise<void>((resolve, reject) => {
      tx.addEventListener("complete", () => resolve());
      tx.addEventListener("abort", () => reject(tx.error));
    });
    const [result] = await Promise.all([working, completed]);
    return result;
  } catch (error) {
    const cause = tx.error ?? error;
    try {
      tx.abort();
    } catch {
      // It has ended by itself.
    }
    throw cause;
  }
}
