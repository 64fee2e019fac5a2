import type { InboxItem } from "#protocol/inbox.ts";
import type { Changes } from "./changes.ts";
import type { Connection } from "./connection.ts";
import type { LecternSchema, StoredInboxItem } from "./database.ts";
import { withPatch } from "./patch.ts";
import { read, write } from "./transact.ts";

/** What the stores share that are loaded when they are wanted. A `LibraryStorage` is one. */
export interface StorageLine extends Pick<Changes, "announce"> {
  connection: Connection<LecternSchema>;
}

/** What is on its way into the library. Everything rejects with a `StorageError`, and with nothing else. */
export interface InboxStore {
  /** The oldest first. */
  listInbox(): Promise<StoredInboxItem[]>;
  readItem(key: number): Promise<StoredInboxItem | undefined>;
  /** Stores all or none, and yields their keys. Resolved: they are on the disk. */
  receive(items: readonly InboxItem[]): Promise<number[]>;
  /** Changes one that is still there; undefined where it has gone meanwhile. A value of undefined takes its property away. */
  updateItem(key: number, patch: Partial<Record<keyof InboxItem, unknown>>): Promise<StoredInboxItem | undefined>;
  /** What a draft has become. Tells no tab, for none lists it. Nothing where it has gone meanwhile, or is a draft no more. */
  keepDraft(key: number, incoming: InboxItem["incoming"]): Promise<void>;
  /** Puts these in the place of one, the first under its key, all or none. Nothing where it has gone meanwhile. */
  unpackItem(key: number, first: InboxItem, others: readonly InboxItem[]): Promise<void>;
  removeItem(key: number): Promise<void>;
}

/** How many are on their way; the least that the start of the app has to know. */
export function countInbox({ connection }: StorageLine): Promise<number> {
  return connection.run((db) => read(db, ["inbox"], (tx) => tx.store.count()));
}

export function createInboxStore({ connection, announce }: StorageLine): InboxStore {
  const told = <T>(result: T): T => {
    announce({ type: "inbox" });
    return result;
  };
  return {
    listInbox: () => connection.run((db) => read(db, ["inbox"], (tx) => tx.store.getAll())),

    readItem: (key) => connection.run((db) => read(db, ["inbox"], (tx) => tx.store.get(key))),

    receive: async (items) =>
      told(
        await connection.run((db) =>
          write(db, ["inbox"], "strict", (tx) =>
            // The key is the database's to give.
            Promise.all(items.map((item) => tx.store.add(item as StoredInboxItem))),
          ),
        ),
      ),

    updateItem: async (key, patch) =>
      told(
        await connection.run((db) =>
          write(db, ["inbox"], "relaxed", async (tx) => {
            const item = await tx.store.get(key);
            if (!item) return undefined;
            const changed = withPatch(item, patch);
            await tx.store.put(changed);
            return changed;
          }),
        ),
      ),

    keepDraft: (key, incoming) =>
      connection.run((db) =>
        write(db, ["inbox"], "relaxed", async (tx) => {
          const item = await tx.store.get(key);
          if (item?.status === "draft") await tx.store.put({ ...item, incoming });
        }),
      ),

    unpackItem: async (key, first, others) =>
      told(
        await connection.run((db) =>
          write(db, ["inbox"], "strict", async (tx) => {
            if ((await tx.store.getKey(key)) === undefined) return;
            await tx.store.put({ ...first, key });
            for (const other of others) await tx.store.add(other as StoredInboxItem);
          }),
        ),
      ),

    removeItem: async (key) =>
      told(await connection.run((db) => write(db, ["inbox"], "relaxed", (tx) => tx.store.delete(key)))),
  };
}
