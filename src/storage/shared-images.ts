import type { IDBPObjectStore } from "idb";
import type { ArticleId } from "#domain/article.ts";
import type { LecternSchema, StoredImage } from "./database.ts";

type Images = Pick<IDBPObjectStore<LecternSchema, "images"[], "images", "readwrite">, "put" | "delete" | "index">;

/** Lets go of the pictures that this article shows no more; `kept` are those it does. Those that no other shows go. Yields them as they were. */
export async function releaseImages(
  store: Images,
  id: ArticleId,
  kept: ReadonlySet<string> = new Set(),
): Promise<StoredImage[]> {
  const released: StoredImage[] = [];
  for (const image of await store.index("articles").getAll(id)) {
    if (kept.has(image.key)) continue;
    released.push(image);
    const articles = image.articles.filter((other) => other !== id);
    await (articles.length > 0 ? store.put({ ...image, articles }) : store.delete(image.key));
  }
  return released;
}
