import type { Incoming, InboxItem, ListedIncoming } from "#protocol/inbox.ts";
import type { Changes } from "./changes.ts";
import type { Connection } from "./connection.ts";
import type { LecternSchema, StoredInboxItem } from "./database.ts";
import { addPacked, dropContents, pack, unpack } from "./contents.ts";
import { withPatch } from "./patch.ts";
import { read, write } from "./transact.ts";

/** What the stores share that are loaded when they are wanted. A `LibraryStorage` is one. */
export interface StorageLine extends Pick<Changes, "announce"> {
  connection: Connection<LecternSchema>;
}

/** What is on its way into the library. Everything rejects with a `StorageError`, and with nothing else. */
export interface InboxStore {
  /** The oldest first, without their texts and files. */
  listInbox(): Promise<StoredInboxItem[]>;
  readItem(key: number): Promise<StoredInboxItem | undefined>;
  /** What came in, with its text or file; undefined where it has gone. Rejects for a share, which has to be told apart. */
  readIncoming(key: number): Promise<Incoming | undefined>;
  /** Stores all or none, and yields their keys. Resolved: they are on the disk. */
  receive(items: readonly InboxItem[]): Promise<number[]>;
  /** Changes one that is still there; undefined where it has gone meanwhile. A value of undefined takes its property away. */
  updateItem(key: number, patch: Partial<Record<keyof InboxItem, unknown>>): Promise<StoredInboxItem | undefined>;
  /** What a draft has become. Tells no tab, for none lists it. Nothing where it has gone meanwhile, or is a draft no more. */
  keepDraft(key: number, incoming: Extract<Incoming, { kind: "draft" }>): Promise<void>;
  /**
   * Puts these in the place of one, the first under its key, all or none; files of the one have to be among theirs. Nothing where it has
   * gone meanwhile.
   */
  unpackItem(
    key: number,
    first: InboxItem<Incoming | ListedIncoming>,
    others: readonly InboxItem<Incoming | ListedIncoming>[],
  ): Promise<void>;
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

    readIncoming: (key) =>
      connection.run((db) =>
        read(db, ["inbox", "contents"], async (tx) => {
          const item = await tx.objectStore("inbox").get(key);
          return item && unpack(item.incoming, tx.objectStore("contents"));
        }),
      ),

    receive: async (items) => {
      const packed = await Promise.all(items.map(pack));
      return told(
        await connection.run((db) =>
          write(db, ["inbox", "contents"], "strict", (tx) =>
            Promise.all(packed.map((one) => addPacked(one, tx.objectStore("inbox"), tx.objectStore("contents")))),
          ),
        ),
      );
    },

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

    unpackItem: async (key, first, others) => {
      const [begin, ...rest] = await Promise.all([first, ...others].map(pack));
      told(
        await connection.run((db) =>
          write(db, ["inbox", "contents"], "strict", async (tx) => {
            const [inbox, contents] = [tx.objectStore("inbox"), tx.objectStore("contents")];
            if ((await inbox.getKey(key)) === undefined) return;
            await inbox.put({ ...begin!.item, key });
            for (const content of begin!.contents) await contents.put(content);
            for (const other of rest) await addPacked(other, inbox, contents);
          }),
        ),
      );
    },

    removeItem: async (key) =>
      told(
        await connection.run((db) =>
          write(db, ["inbox", "contents"], "relaxed", async (tx) => {
            const item = await tx.objectStore("inbox").get(key);
            if (item) await dropContents(item.incoming, tx.objectStore("contents"));
            await tx.objectStore("inbox").delete(key);
          }),
        ),
      ),
  };
}
