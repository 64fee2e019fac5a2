import type { Article, ArticleId } from "#domain/article.ts";
import { withPictureSizes } from "#domain/picture-sizes.ts";
import type { StoredImage, StoredInboxItem, StoredSource } from "./database.ts";
import type { StorageLine } from "./inbox.ts";
import { dropContents } from "./contents.ts";
import { withPatch } from "./patch.ts";
import { releaseImages } from "./shared-images.ts";
import { read, write } from "./transact.ts";

/** A picture of the article that is being saved: here when it came inside, else to be fetched from its address. */
export type NewImage = Omit<StoredImage, "articles" | "wanted">;

export interface ArticleToSave {
  /** Its id is what it would like to be called: where that is taken by another article, a number is added. */
  article: Article;
  source: Omit<StoredSource, "id">;
  images: readonly NewImage[];
  /** Its record in the inbox, and what is left of that: nothing, where it ends here. */
  inbox?: { key: number; patch?: Partial<Record<keyof StoredInboxItem, unknown>> };
}

/** An article that is here. `sameText`: it is known by its text, not by an address alone. */
export interface KnownArticle {
  id: ArticleId;
  title: string;
  sameText: boolean;
}

/** Articles of the reader's own. Everything rejects with a `StorageError`, and with nothing else. */
export interface SavedArticles {
  /**
   * Stores an article with its source and what is known of its pictures, and ends its stay in the inbox: all of it or nothing.
   * Yields the id it has got; undefined where its record in the inbox has gone, for then the reader does not want it any more.
   */
  saveImported(saved: ArticleToSave): Promise<ArticleId | undefined>;
  /**
   * Puts a new text in the place of one that is here. Tags, the day it was saved, its id and the place of reading stay. Yields false
   * where there is no such article.
   */
  renewArticle(id: ArticleId, saved: ArticleToSave): Promise<boolean>;
  /** The articles that came from one of these addresses or have this text. */
  findKnown(addresses: readonly string[], hash?: string): Promise<KnownArticle[]>;
  readSource(id: ArticleId): Promise<StoredSource | undefined>;
}

const ARTICLE_STORES = ["records", "bodies", "sources", "images", "inbox", "contents"] as const;

export function createSavedArticles({ connection, announce }: StorageLine): SavedArticles {
  type Tx = Parameters<Parameters<typeof write<[...typeof ARTICLE_STORES], boolean>>[3]>[0];

  /** False where the reader has taken it out of the inbox meanwhile. */
  async function leaveInbox(tx: Tx, inbox: ArticleToSave["inbox"]): Promise<boolean> {
    if (!inbox) return true;
    const store = tx.objectStore("inbox");
    const item = await store.get(inbox.key);
    if (!item) return false;
    if (inbox.patch) {
      await store.put(withPatch(item, inbox.patch));
    } else {
      await dropContents(item.incoming, tx.objectStore("contents"));
      await store.delete(inbox.key);
    }
    return true;
  }

  async function putArticle(tx: Tx, id: ArticleId, { article, source, images }: ArticleToSave): Promise<void> {
    /** Of those that are here, some of which may have come with an earlier article. */
    const sizes = new Map<string, { width: number; height: number }>();
    let here = 0;
    for (const image of images) {
      const { key, bytes, width, height } = await putImage(tx, id, image);
      if (bytes) here++;
      if (bytes && width && height) sizes.set(`images/${key}`, { width, height });
    }
    const pictures = images.length > 0 && { pictures: { of: images.length, here } };
    const blocks = withPictureSizes(article.body.blocks, sizes);
    await tx.objectStore("bodies").put({ ...article.body, blocks, id, revision: article.record.revision });
    await tx.objectStore("sources").put({ ...source, id });
    await tx.objectStore("records").put({ ...article.record, id, ...pictures });
  }

  /** The picture as it is now. One that another article has already is shared. */
  async function putImage(tx: Tx, id: ArticleId, image: NewImage): Promise<NewImage> {
    const store = tx.objectStore("images");
    const before = await store.get(image.key);
    const articles = [...new Set([...(before?.articles ?? []), id])];
    const kept = before?.bytes ? before : image;
    await store.put(
      kept.bytes ? { ...kept, articles } : { ...(kept as StoredImage), articles, ...(kept.address && { wanted: 0 }) },
    );
    return kept;
  }

  return {
    async saveImported(saved) {
      const id = await connection.run((db) =>
        write(db, [...ARTICLE_STORES], "strict", async (tx) => {
          if (!(await leaveInbox(tx, saved.inbox))) return undefined;
          const wanted = saved.article.record.id;
          let free = wanted;
          for (let n = 2; (await tx.objectStore("records").getKey(free)) !== undefined; n++) free = `${wanted}-${n}`;
          await putArticle(tx, free, saved);
          return free;
        }),
      );
      if (id !== undefined) announce({ type: "records", id });
      return id;
    },

    async renewArticle(id, saved) {
      const renewed = await connection.run((db) =>
        write(db, [...ARTICLE_STORES], "strict", async (tx) => {
          const before = await tx.objectStore("records").get(id);
          if (!before || !(await leaveInbox(tx, saved.inbox))) return false;
          const { tags, savedAt } = before;
          const addresses = (await tx.objectStore("sources").get(id))?.addresses ?? [];
          await releaseImages(tx.objectStore("images"), id, new Set(saved.images.map(({ key }) => key)));
          await putArticle(tx, id, {
            ...saved,
            source: { ...saved.source, addresses: [...new Set([...addresses, ...saved.source.addresses])] },
            article: { ...saved.article, record: { ...saved.article.record, tags, savedAt } },
          });
          return true;
        }),
      );
      if (renewed) announce({ type: "records", id });
      return renewed;
    },

    findKnown: (addresses, hash) =>
      connection.run((db) =>
        read(db, ["sources", "records"], async (tx) => {
          const sources = tx.objectStore("sources");
          const [byText, ...byAddress] = await Promise.all([
            hash ? sources.index("hash").getAllKeys(hash) : Promise.resolve<ArticleId[]>([]),
            ...addresses.map((address) => sources.index("addresses").getAllKeys(address)),
          ]);
          const ids = [...new Set([...byText, ...byAddress.flat()])];
          const records = await Promise.all(ids.map((id) => tx.objectStore("records").get(id)));
          return records.flatMap((record) =>
            record ? [{ id: record.id, title: record.title, sameText: byText.includes(record.id) }] : [],
          );
        }),
      ),

    readSource: (id) => connection.run((db) => read(db, ["sources"], (tx) => tx.store.get(id))),
  };
}
