import type { ArticleId, ArticleRecord } from "#domain/article.ts";
import type { Preferences } from "#domain/settings.ts";
import type { StoredBody, StoredImage, StoredPosition, StoredSource } from "./database.ts";
import type { StorageLine } from "./inbox.ts";
import { releaseImages } from "./shared-images.ts";
import { write } from "./transact.ts";

/** All that there was of an article, for as long as it may be wanted back. */
export interface RemovedArticle {
  record: ArticleRecord;
  body?: StoredBody | undefined;
  source?: StoredSource | undefined;
  position?: StoredPosition | undefined;
  images: StoredImage[];
  /** Its place in the queue, from 0; absent: it was in none. */
  queued?: number | undefined;
}

/** Everything rejects with a `StorageError`, and with nothing else. */
export interface Removing {
  /**
   * Removes an article with all that belongs to it: its source, its place, its place in the queue, and the pictures that no other article
   * shows; all or nothing. Yields what there was; undefined where there is no such article, or where it came with the app.
   */
  removeArticle(id: ArticleId): Promise<RemovedArticle | undefined>;
  /** Puts all of it back. False where another article has its id by now. */
  putBack(removed: RemovedArticle): Promise<boolean>;
}

const STORES = ["records", "bodies", "sources", "positions", "images", "preferences"] as const;

export function createRemoving({ connection, announce }: StorageLine): Removing {
  const tell = ({ record, queued }: RemovedArticle) => {
    announce({ type: "records", id: record.id });
    if (queued !== undefined) announce({ type: "preferences" });
  };
  return {
    async removeArticle(id) {
      const removed = await connection.run((db) =>
        write(db, [...STORES], "strict", async (tx): Promise<RemovedArticle | undefined> => {
          const [records, bodies] = [tx.objectStore("records"), tx.objectStore("bodies")];
          const [sources, positions] = [tx.objectStore("sources"), tx.objectStore("positions")];
          const record = await records.get(id);
          if (!record || record.origin === "shipped") return undefined;
          const body = await bodies.get(id);
          const source = await sources.get(id);
          const position = await positions.get(id);
          const images = await releaseImages(tx.objectStore("images"), id);
          const preferences = await tx.objectStore("preferences").get("reader");
          const { queue = [] } = (preferences ?? {}) as Preferences;
          const at = queue.indexOf(id);
          if (at >= 0) {
            const rest = queue.filter((other) => other !== id);
            await tx.objectStore("preferences").put({ ...preferences, queue: rest } as Preferences, "reader");
          }
          for (const store of [records, bodies, sources, positions]) await store.delete(id);
          return { record, body, source, position, images, ...(at >= 0 && { queued: at }) };
        }),
      );
      if (removed) tell(removed);
      return removed;
    },

    async putBack(removed) {
      const { record, body, source, position, images, queued } = removed;
      const { id } = record;
      const isBack = await connection.run((db) =>
        write(db, [...STORES], "strict", async (tx) => {
          if ((await tx.objectStore("records").getKey(id)) !== undefined) return false;
          for (const image of images) {
            // Another article may have it too, and may have had it fetched meanwhile.
            const now = await tx.objectStore("images").get(image.key);
            const articles = [...new Set([...(now?.articles ?? []), id])];
            await tx.objectStore("images").put({ ...(now ?? image), articles });
          }
          if (body) await tx.objectStore("bodies").put(body);
          if (source) await tx.objectStore("sources").put(source);
          if (position) await tx.objectStore("positions").put(position);
          if (queued !== undefined) {
            const preferences = await tx.objectStore("preferences").get("reader");
            const { queue = [] } = (preferences ?? {}) as Preferences;
            const put = { ...preferences, queue: queue.toSpliced(queued, 0, id) } as Preferences;
            if (!queue.includes(id)) await tx.objectStore("preferences").put(put, "reader");
          }
          await tx.objectStore("records").put(record);
          return true;
        }),
      );
      if (isBack) tell(removed);
      return isBack;
    },
  };
}
