import type { Article, ArticleId } from "#domain/article.ts";
import type { Look } from "#domain/look.ts";
import type { InboxItem } from "#protocol/inbox.ts";
import { type ArticleStore, createArticleStore } from "./articles.ts";
import { createAnnounce } from "./changes.ts";
import { createConnection } from "./connection.ts";
import { addPacked, pack } from "./contents.ts";
import type { LecternSchema, StoredImage, StoredPosition } from "./database.ts";
import type { StorageError } from "./errors.ts";
import { readImage } from "./images.ts";
import { MIGRATIONS, upgrade } from "./migrations.ts";
import { readPosition } from "./positions.ts";
import { readLook } from "./preferences.ts";
import { write } from "./transact.ts";

/** What the service worker needs of the storage, and no more: its weight is what a reader's phone waits for. */
export interface Keeper extends ArticleStore {
  readPosition(id: ArticleId): Promise<StoredPosition | undefined>;
  readLook(): Promise<Look | undefined>;
  readImage(key: string): Promise<StoredImage | undefined>;
  /** As in `ArticleStore`; where it fails, the pages that are open are told why. */
  saveArticle(article: Article): Promise<void>;
  /** Puts something into the inbox, and yields its key there. Resolved: it is on the disk, and the pages know. They are told where it fails. */
  receive(item: InboxItem): Promise<number>;
}

/** `name` is that of the database: see `databaseName`. */
export function createKeeper(name: string): Keeper {
  const connection = createConnection<LecternSchema>({
    name,
    version: MIGRATIONS.length,
    upgrade,
    // The pages find out for themselves what is wrong with storage as a whole; in the worker every answer has a way round it.
    onProblem() {},
  });
  const announce = createAnnounce(name);
  const articles = createArticleStore(connection, announce);
  const tellIfNot = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      announce({ type: "not-stored", reason: (error as StorageError).reason });
      throw error;
    }
  };
  return {
    ...articles,
    saveArticle: (article) => tellIfNot(articles.saveArticle(article)),
    async receive(item) {
      const packed = await pack(item);
      const key = await tellIfNot(
        connection.run((db) =>
          write(db, ["inbox", "contents"], "strict", (tx) =>
            addPacked(packed, tx.objectStore("inbox"), tx.objectStore("contents")),
          ),
        ),
      );
      announce({ type: "inbox" });
      return key;
    },
    readImage: (key) => readImage(connection, key),
    readPosition: (id) => readPosition(connection, id),
    readLook: () => readLook(connection),
  };
}
