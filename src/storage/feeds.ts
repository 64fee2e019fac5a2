import type { InboxItem, ListedIncoming } from "#protocol/inbox.ts";
import { dropContent, newContent } from "./contents.ts";
import type { EntryKey, OfferedEntry, StoredEntry, StoredFeed, StoredInboxItem } from "./database.ts";
import type { StorageLine } from "./inbox.ts";
import { withPatch } from "./patch.ts";
import { read, write } from "./transact.ts";

/** An entry that a feed offers now. */
export interface NewEntry {
  id: string;
  offer: Omit<OfferedEntry, "content">;
  /** Its text, as foreign markup. */
  html?: string;
}

/** What becomes of an entry that the reader wants; its text stays where it is. */
export type EntryItem = InboxItem<Extract<ListedIncoming, { kind: "address" | "entry" }>>;

/** Milliseconds for which an entry that its feed has no more is remembered: some feeds bring old ones again. */
const MEMORY = 180 * 24 * 3600 * 1000;

/** Feeds that are followed, and what they offer. Everything rejects with a `StorageError`, and with nothing else. */
export interface FeedStore {
  listFeeds(): Promise<StoredFeed[]>;
  readFeed(address: string): Promise<StoredFeed | undefined>;
  /** Stores those that are not followed yet, all or none, and yields how many that were. One that is followed, in no folder, comes into that of its namesake here. */
  follow(feeds: readonly StoredFeed[]): Promise<number>;
  /** Its entries go with it. */
  unfollow(address: string): Promise<void>;
  /** Changes one that is still followed. A value of undefined takes its property away. */
  updateFeed(address: string, patch: Partial<Record<keyof StoredFeed, unknown>>): Promise<void>;
  /**
   * What a check has found: the feed's new state, and of its entries those that were never seen. `take` makes an item for the inbox of
   * an entry that is to go there at once. All in one transaction; nothing where it is followed no more. Yields how many were new.
   */
  found(
    address: string,
    patch: Partial<Record<keyof StoredFeed, unknown>>,
    entries: readonly NewEntry[],
    now: number,
    take?: (offer: OfferedEntry) => EntryItem,
  ): Promise<number>;
  /** What is offered and neither taken nor refused yet, without the texts. */
  listFresh(): Promise<StoredEntry[]>;
  /** Offers that go into the inbox as these items and are offered no more, all or none. What has been taken meanwhile is left out. */
  takeEntries(taken: readonly { key: EntryKey; item: EntryItem }[]): Promise<void>;
  /** They are offered no more; or, with `again`, once more, as long as their feed has not been checked since. */
  dismissEntries(keys: readonly EntryKey[], again?: boolean): Promise<void>;
}

export function createFeedStore({ connection, announce }: StorageLine): FeedStore {
  const told = async <T>(writing: Promise<T>, inbox = false): Promise<T> => {
    const result = await writing;
    announce({ type: "feeds" });
    if (inbox) announce({ type: "inbox" });
    return result;
  };
  return {
    listFeeds: () => connection.run((db) => read(db, ["feeds"], (tx) => tx.store.getAll())),

    readFeed: (address) => connection.run((db) => read(db, ["feeds"], (tx) => tx.store.get(address))),

    follow: (feeds) =>
      told(
        connection.run((db) =>
          write(db, ["feeds"], "strict", async (tx) => {
            let added = 0;
            for (const feed of feeds) {
              const known = await tx.store.get(feed.address);
              if (!known) added++;
              if (!known) await tx.store.put(feed);
              else if (feed.folder && !known.folder) await tx.store.put({ ...known, folder: feed.folder });
            }
            return added;
          }),
        ),
      ),

    unfollow: (address) =>
      told(
        connection.run((db) =>
          write(db, ["feeds", "entries", "contents"], "relaxed", async (tx) => {
            await tx.objectStore("feeds").delete(address);
            for (const { offer } of await tx.objectStore("entries").getAll(entriesOf(address)))
              await dropContent(offer?.content, tx.objectStore("contents"));
            await tx.objectStore("entries").delete(entriesOf(address));
          }),
        ),
      ),

    updateFeed: (address, patch) =>
      told(
        connection.run((db) =>
          write(db, ["feeds"], "relaxed", async (tx) => {
            const feed = await tx.store.get(address);
            if (feed) await tx.store.put(withPatch(feed, patch));
          }),
        ),
      ),

    found: (address, patch, entries, now, take) =>
      told(
        connection.run((db) =>
          write(db, ["feeds", "entries", "inbox", "contents"], "strict", async (tx) => {
            const [feeds, seen, inbox] = [tx.objectStore("feeds"), tx.objectStore("entries"), tx.objectStore("inbox")];
            const contents = tx.objectStore("contents");
            const feed = await feeds.get(address);
            if (!feed) return 0;
            const checked = withPatch(feed, patch);
            await feeds.put(checked);
            let added = 0;
            // The oldest first, so that the newest has the last place in the inbox.
            for (const [place, { id, offer: facts, html }] of [...entries.entries()].toReversed()) {
              const before = await seen.get([address, id]);
              if (before) {
                if (!before.fresh) await dropContent(before.offer?.content, contents);
                await seen.put(before.fresh ? { ...before, seenAt: now, place } : { feed: address, id, seenAt: now });
                continue;
              }
              const content = html === undefined ? undefined : newContent();
              const offer = { ...facts, ...(content && { content }) };
              if (content) {
                const { address: _, part: __, ...said } = facts;
                await contents.put({
                  content,
                  part: 0,
                  incoming: { kind: "entry", html: html!, site: checked.title, ...said },
                });
              }
              if (take) await inbox.add(take(offer) as StoredInboxItem);
              await seen.put({ feed: address, id, seenAt: now, ...(!take && { offer, fresh: 1, place }) });
              added++;
            }
            if (entries.length === 0) return 0;
            for (const old of await seen.getAll(entriesOf(address))) {
              if (old.fresh || old.seenAt >= now - MEMORY) continue;
              await dropContent(old.offer?.content, contents);
              await seen.delete([address, old.id]);
            }
            return added;
          }),
        ),
        take !== undefined,
      ),

    listFresh: () => connection.run((db) => read(db, ["entries"], (tx) => tx.store.index("fresh").getAll(1))),

    takeEntries: (taken) =>
      told(
        connection.run((db) =>
          write(db, ["entries", "inbox"], "strict", async (tx) => {
            for (const { key, item } of taken) {
              const entry = await tx.objectStore("entries").get(key);
              if (!entry?.fresh) continue;
              const { feed, id, seenAt } = entry;
              await tx.objectStore("entries").put({ feed, id, seenAt });
              await tx.objectStore("inbox").add(item as StoredInboxItem);
            }
          }),
        ),
        true,
      ),

    dismissEntries: (keys, again = false) =>
      told(
        connection.run((db) =>
          write(db, ["entries"], "relaxed", async (tx) => {
            for (const key of keys) {
              const entry = await tx.store.get(key);
              if (!entry?.offer) continue;
              const { fresh, ...rest } = entry;
              await tx.store.put(again ? { ...rest, fresh: 1 } : rest);
            }
          }),
        ),
      ),
  };
}

/** All keys of a feed's entries: an array sorts after every string. */
function entriesOf(address: string): IDBKeyRange {
  return IDBKeyRange.bound([address], [address, []]);
}
