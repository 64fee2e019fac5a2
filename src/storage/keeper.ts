import type { ArticleId } from "#domain/article.ts";
import type { Look } from "#domain/look.ts";
import { type ArticleStore, createArticleStore } from "./articles.ts";
import { createChanges } from "./changes.ts";
import { createConnection } from "./connection.ts";
import { DATABASE_NAME, type LecternSchema, type StoredPosition } from "./database.ts";
import { MIGRATIONS, upgrade } from "./migrations.ts";
import { readPosition } from "./positions.ts";
import { readLook } from "./preferences.ts";

/** What the service worker needs of the storage, and no more: its weight is what a reader's phone waits for. */
export interface Keeper extends ArticleStore {
  readPosition(id: ArticleId): Promise<StoredPosition | undefined>;
  readLook(): Promise<Look | undefined>;
}

export function createKeeper(): Keeper {
  const connection = createConnection<LecternSchema>({
    name: DATABASE_NAME,
    version: MIGRATIONS.length,
    upgrade,
    // The pages tell the reader what is wrong with storage; in the worker every answer has a way round it.
    onProblem() {},
  });
  return {
    ...createArticleStore(connection, createChanges(DATABASE_NAME).announce),
    readPosition: (id) => readPosition(connection, id),
    readLook: () => readLook(connection),
  };
}
