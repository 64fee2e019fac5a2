import type { ArticleId, ArticleRecord } from "#domain/article.ts";
import type { Change } from "#protocol/changes.ts";
import type { Connection } from "./connection.ts";
import type { LecternSchema } from "./database.ts";
import { read, write } from "./transact.ts";

/** What the library lists. Everything rejects with a `StorageError`, and with nothing else. */
export interface RecordList {
  /** The records of all articles, the newest first. Reads no body. */
  listRecords(): Promise<ArticleRecord[]>;
  /** Stores or replaces records for the list, all or none, and leaves bodies alone. A record of a revision that is here already is skipped. */
  saveRecords(records: readonly ArticleRecord[]): Promise<void>;
  /**
   * Lets go of the articles that came with the app, do so no more (`present` are those that do), and were never begun. What was
   * begun is the reader's.
   */
  forgetWithdrawn(present: readonly ArticleId[]): Promise<void>;
}

export function createRecordList(
  connection: Connection<LecternSchema>,
  announce: (change: Change) => void,
): RecordList {
  return {
    async listRecords() {
      const oldestFirst = await connection.run((db) =>
        read(db, ["records"], (tx) => tx.store.index("savedAt").getAll()),
      );
      return oldestFirst.reverse();
    },

    async saveRecords(records) {
      const changed = await connection.run((db) =>
        write(db, ["records"], "relaxed", async (tx) => {
          let puts = 0;
          const save = async (record: ArticleRecord) => {
            if ((await tx.store.get(record.id))?.revision === record.revision) return;
            await tx.store.put(record);
            puts++;
          };
          await Promise.all(records.map(save));
          return puts > 0;
        }),
      );
      if (changed) announce({ type: "records" });
    },

    async forgetWithdrawn(present) {
      const changed = await connection.run((db) =>
        write(db, ["records", "bodies", "positions"], "relaxed", async (tx) => {
          const records = tx.objectStore("records");
          const [all, begun] = await Promise.all([records.getAll(), tx.objectStore("positions").getAllKeys()]);
          const kept = new Set([...present, ...begun]);
          const gone = all.filter(({ id, origin }) => origin === "shipped" && !kept.has(id));
          await Promise.all(gone.flatMap(({ id }) => [records.delete(id), tx.objectStore("bodies").delete(id)]));
          return gone.length > 0;
        }),
      );
      if (changed) announce({ type: "records" });
    },
  };
}
