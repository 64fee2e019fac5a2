/** Part of the first bundle: storage with idb stays below 4 kB gz. */
import { type ArticleStore, createArticleStore } from "./articles.ts";
import { type Changes, createChanges } from "./changes.ts";
import { type Connection, type ConnectionOptions, createConnection } from "./connection.ts";
import type { LecternSchema } from "./database.ts";
import { MIGRATIONS, upgrade } from "./migrations.ts";
import { createRecordList, type RecordList } from "./record-list.ts";
import { createPositionStore, type PositionStore } from "./positions.ts";
import { createPreferenceStore, type PreferenceStore } from "./preferences.ts";

export interface LibraryStorage extends ArticleStore, RecordList, PositionStore, PreferenceStore, Changes {
  /** For the stores that are loaded when they are wanted, `inbox.ts` and its neighbours, which share it. */
  connection: Connection<LecternSchema>;
  /** Lets go of the database and stops hearing changes. */
  close(): void;
}

export interface StorageOptions extends Pick<ConnectionOptions<LecternSchema>, "onProblem" | "onUnblocked"> {
  /** Of the database, and of the line for changes: see `databaseName`. */
  name: string;
}

/**
 * Everything the app keeps, on this device. A promise that resolves after a write means that its transaction has completed, and
 * that the other tabs and the service worker have been told. Nothing is opened before the first request.
 */
export function createStorage({ onProblem, onUnblocked, name }: StorageOptions): LibraryStorage {
  const connection = createConnection<LecternSchema>({
    name,
    version: MIGRATIONS.length,
    upgrade,
    onProblem,
    onUnblocked,
  });
  const { announce, onChange, close: hangUp } = createChanges(name);
  return {
    ...createArticleStore(connection, announce),
    ...createRecordList(connection, announce),
    ...createPositionStore(connection, announce),
    ...createPreferenceStore(connection, announce),
    connection,
    announce,
    onChange,
    close() {
      connection.close();
      hangUp();
    },
  };
}
