import type { IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { LecternSchema } from "./database.ts";

type UpgradeTransaction = IDBPTransaction<LecternSchema, StoreNames<LecternSchema>[], "versionchange">;

/** Takes the database from the version of its place in the list to the next, inside the upgrade's transaction. */
export type Migration = (db: IDBPDatabase<LecternSchema>, tx: UpgradeTransaction) => void;

function createFirstStores(db: IDBPDatabase<LecternSchema>): void {
  db.createObjectStore("records", { keyPath: "id" }).createIndex("savedAt", "savedAt");
  db.createObjectStore("bodies", { keyPath: "id" });
  db.createObjectStore("positions", { keyPath: "id" });
  db.createObjectStore("preferences");
}

/** What saving articles needs. */
function createSavingStores(db: IDBPDatabase<LecternSchema>): void {
  db.createObjectStore("inbox", { keyPath: "key", autoIncrement: true });
  db.createObjectStore("contents", { keyPath: ["content", "part"] });
  const images = db.createObjectStore("images", { keyPath: "key" });
  images.createIndex("articles", "articles", { multiEntry: true });
  images.createIndex("wanted", "wanted");
  const sources = db.createObjectStore("sources", { keyPath: "id" });
  sources.createIndex("addresses", "addresses", { multiEntry: true });
  sources.createIndex("hash", "hash");
  db.createObjectStore("feeds", { keyPath: "address" });
  db.createObjectStore("entries", { keyPath: ["feed", "id"] }).createIndex("fresh", "fresh");
}

/**
 * One step a version, for ever: a device may come back after years. Steps only add. They never rename, reshape or delete, because
 * the service worker of the version before may be running still, and because a reader's articles exist nowhere else.
 */
export const MIGRATIONS: readonly Migration[] = [createFirstStores, createSavingStores];

/** Runs the steps that a database of this version lacks; 0 is a database that does not exist yet. */
export function upgrade(
  db: IDBPDatabase<LecternSchema>,
  oldVersion: number,
  tx: UpgradeTransaction,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  for (const migration of migrations.slice(oldVersion)) migration(db, tx);
}
