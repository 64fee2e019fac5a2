import { SHIPPED_INDEX_PATH, shippedArticlePath, type ShippedIndex } from "#protocol/shipped-articles.ts";
import type { Article } from "#domain/article.ts";
import type { Keeper } from "#storage/keeper.ts";

/**
 * Stores every shipped article that is not here in its newest form, so that all of them can be read from the first visit on
 * without a network. Never rejects: an app without them installs all the same and fetches them when they are opened.
 */
export async function storeShippedArticles(base: string, storage: Keeper): Promise<void> {
  try {
    const index = (await fetchJson(base + SHIPPED_INDEX_PATH)) as ShippedIndex;
    await Promise.all(
      index.records.map(async ({ id, revision }) => {
        try {
          if (await storage.hasBody(id, revision)) return;
          await storage.saveArticle((await fetchJson(base + shippedArticlePath(id))) as Article);
        } catch {
          // This one is fetched when it is opened.
        }
      }),
    );
  } catch {
    // No index: nothing to store.
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
