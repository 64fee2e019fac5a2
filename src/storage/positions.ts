import type { ArticleId } from "#domain/article.ts";
import type { Change } from "#protocol/changes.ts";
import type { Connection } from "./connection.ts";
import type { LecternSchema, StoredPosition } from "./database.ts";
import { read, write } from "./transact.ts";

/** Everything rejects with a `StorageError`, and with nothing else. */
export interface PositionStore {
  readPosition(id: ArticleId): Promise<StoredPosition | undefined>;
  /** In no particular order. */
  listPositions(): Promise<StoredPosition[]>;
  /**
   * Replaces what was stored for the article. Called as the page goes away it is kept as a rule, if storage has been used before;
   * that is no guarantee, so save on the way too.
   */
  savePosition(position: StoredPosition): Promise<void>;
}

/** Where reading of an article stopped: apart from the rest because the service worker needs only this. */
export function readPosition(
  connection: Connection<LecternSchema>,
  id: ArticleId,
): Promise<StoredPosition | undefined> {
  return connection.run((db) => read(db, ["positions"], (tx) => tx.store.get(id)));
}

export function createPositionStore(
  connection: Connection<LecternSchema>,
  announce: (change: Change) => void,
): PositionStore {
  return {
    readPosition: (id) => readPosition(connection, id),

    listPositions: () => connection.run((db) => read(db, ["positions"], (tx) => tx.store.getAll())),

    async savePosition(position) {
      await connection.run((db) =>
        write(db, ["positions"], "relaxed", async (tx) => {
          const stored = tx.store.put(position);
          // Left to itself a transaction commits after the page has heard of its last request, which a page that is going away
          // never does: https://www.w3.org/TR/IndexedDB/#dom-idbtransaction-commit. Chromium kept 0 of 30 without this, 29 with it.
          tx.commit();
          await stored;
        }),
      );
      announce({ type: "position", id: position.id });
    },
  };
}
