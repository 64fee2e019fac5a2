import type { Article, ArticleId, ArticleRecord } from "#domain/article.ts";
import type { Change } from "#protocol/changes.ts";
import type { Connection } from "./connection.ts";
import type { LecternSchema } from "./database.ts";
import { read, write } from "./transact.ts";

/** Everything rejects with a `StorageError`, and with nothing else. */
export interface ArticleStore {
  readRecord(id: ArticleId): Promise<ArticleRecord | undefined>;
  /**
   * An article whose record and body are both here. Its `revision` is the body's, so it differs from `readRecord`'s where the list
   * knows of a newer text that has not been stored yet.
   */
  readArticle(id: ArticleId): Promise<Article | undefined>;
  /** Stores or replaces record and body, both or neither. Resolved: they are on the disk. */
  saveArticle(article: Article): Promise<void>;
  /** With `revision`: whether the body of just that revision is here. */
  hasBody(id: ArticleId, revision?: string): Promise<boolean>;
}

export function createArticleStore(
  connection: Connection<LecternSchema>,
  announce: (change: Change) => void,
): ArticleStore {
  return {
    readRecord: (id) => connection.run((db) => read(db, ["records"], (tx) => tx.store.get(id))),

    async readArticle(id) {
      const [record, stored] = await connection.run((db) =>
        read(db, ["records", "bodies"], (tx) =>
          Promise.all([tx.objectStore("records").get(id), tx.objectStore("bodies").get(id)]),
        ),
      );
      if (!record || !stored) return undefined;
      const { revision, ...body } = stored;
      return { record: { ...record, revision }, body };
    },

    async saveArticle({ record, body }) {
      await connection.run((db) =>
        write(db, ["records", "bodies"], "strict", async (tx) => {
          await tx.objectStore("bodies").put({ ...body, revision: record.revision });
          await tx.objectStore("records").put(record);
        }),
      );
      announce({ type: "records", id: record.id });
    },

    async hasBody(id, revision) {
      return connection.run((db) =>
        read(db, ["bodies"], async (tx) =>
          revision === undefined
            ? (await tx.store.getKey(id)) !== undefined
            : (await tx.store.get(id))?.revision === revision,
        ),
      );
    },
  };
}
