import type { ArticleId } from "#domain/article.ts";
import { withPictureSizes } from "#domain/picture-sizes.ts";
import type { Connection } from "./connection.ts";
import type { LecternSchema, StoredImage } from "./database.ts";
import type { StorageLine } from "./inbox.ts";
import { read, write } from "./transact.ts";

/** A picture that has come, or one that has not, with the reason. */
export type ImageOutcome =
  | ({ key: string } & Required<Pick<StoredImage, "type" | "bytes" | "width" | "height">>)
  /** `again`: it may be asked for once more. */
  | { key: string; problem: string; again: boolean };

/** How the pictures of an article are, without their bytes. */
export type ImageStatus = Omit<StoredImage, "bytes"> & { here: boolean };

/** Everything rejects with a `StorageError`, and with nothing else. */
export interface ImageStore {
  /** What is still to come, what was asked for least often first; without those that were asked for so often in vain. */
  listWanted(mostTries: number): Promise<StoredImage[]>;
  /**
   * Stores what has come, writes sizes into the articles that show it and counts it there, all in one step. Yields these articles.
   */
  saveImages(outcomes: readonly ImageOutcome[]): Promise<ArticleId[]>;
  imagesOf(id: ArticleId): Promise<ImageStatus[]>;
  /** Asks once more for all of an article's pictures that are not here and can be fetched. Yields how many these are. */
  wantAgain(id: ArticleId): Promise<number>;
}

/** A picture of a saved article, here or still to come: apart from the rest because the service worker needs only this. */
export function readImage(connection: Connection<LecternSchema>, key: string): Promise<StoredImage | undefined> {
  return connection.run((db) => read(db, ["images"], (tx) => tx.store.get(key)));
}

/** How many pictures are still to come. */
export function countWanted({ connection }: StorageLine): Promise<number> {
  return connection.run((db) => read(db, ["images"], (tx) => tx.store.index("wanted").count()));
}

export function createImageStore({ connection, announce }: StorageLine): ImageStore {
  return {
    async listWanted(mostTries) {
      const wanted = await connection.run((db) => read(db, ["images"], (tx) => tx.store.index("wanted").getAll()));
      return wanted.filter(({ wanted: tries = 0 }) => tries < mostTries);
    },

    async saveImages(outcomes) {
      const changed = await connection.run((db) =>
        write(db, ["images", "records", "bodies"], "relaxed", async (tx) => {
          const images = tx.objectStore("images");
          /** What has come, by the articles that show it. */
          const come = new Map<ArticleId, Map<string, { width: number; height: number }>>();
          for (const outcome of outcomes) {
            const image = await images.get(outcome.key);
            // Its last article has been removed, or another tab has brought it.
            if (!image || image.bytes) continue;
            const { wanted = 0, problem: _, ...rest } = image;
            if ("problem" in outcome) {
              const { problem, again } = outcome;
              await images.put({ ...rest, problem, ...(again && { wanted: wanted + 1 }) });
              continue;
            }
            await images.put({ ...rest, ...outcome });
            for (const id of image.articles) {
              if (!come.has(id)) come.set(id, new Map());
              come.get(id)!.set(`images/${outcome.key}`, outcome);
            }
          }
          for (const [id, sizes] of come) {
            const record = await tx.objectStore("records").get(id);
            const body = await tx.objectStore("bodies").get(id);
            if (record?.pictures) {
              const { of, here } = record.pictures;
              await tx
                .objectStore("records")
                .put({ ...record, pictures: { of, here: Math.min(of, here + sizes.size) } });
            }
            if (body) await tx.objectStore("bodies").put({ ...body, blocks: withPictureSizes(body.blocks, sizes) });
          }
          return [...come.keys()];
        }),
      );
      for (const id of changed) announce({ type: "records", id });
      return changed;
    },

    async imagesOf(id) {
      const images = await connection.run((db) => read(db, ["images"], (tx) => tx.store.index("articles").getAll(id)));
      return images.map(({ bytes, ...rest }) => ({ ...rest, here: bytes !== undefined }));
    },

    wantAgain: (id) =>
      connection.run((db) =>
        write(db, ["images"], "relaxed", async (tx) => {
          let count = 0;
          for (const image of await tx.store.index("articles").getAll(id)) {
            if (image.bytes || !image.address) continue;
            const { problem: _, ...rest } = image;
            await tx.store.put({ ...rest, wanted: 0 });
            count++;
          }
          return count;
        }),
      ),
  };
}
