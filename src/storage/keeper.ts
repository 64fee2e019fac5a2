import type { Article, ArticleId } from "#domain/article.ts";
import type { Look } from "#domain/look.ts";
import { type ArticleStore, createArticleStore } from "./articles.ts";
import { createAnnounce } from "./changes.ts";
import { createConnection } from "./connection.ts";
import type { LecternSchema, StoredPosition } from "./database.ts";
import type { StorageError } from "./errors.ts";
import { MIGRATIONS, upgrade } from "./migrations.ts";
import { readPosition } from "./positions.ts";
import { readLook } from "./preferences.ts";

/** What the service worker needs of the storage, and no more: its weight is what a reader's phone waits for. */
export interface Keeper extends ArticleStore {
  readPosition(id: ArticleId): Promise<StoredPosition | undefined>;
  readLook(): Promise<Look | undefined>;
  /** As in `ArticleStore`; where it fails, the pages that are open are told why. */
  saveArticle(article: Article): Promise<void>;
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
  return {
    ...articles,
    async saveArticle(article) {
      try {
        await articles.saveArticle(article);
      } catch (error) {
        announce({ type: "not-stored", reason: (error as StorageError).reason });
        throw error;
      }
    },
    readPosition: (id) => readPosition(connection, id),
    readLook: () => readLook(connection),
  };
}
