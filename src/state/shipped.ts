import type { Article, ArticleId, ArticleRecord } from "#domain/article.ts";
import { SHIPPED_INDEX_PATH, shippedArticlePath, type ShippedIndex } from "#protocol/shipped-articles.ts";

/** Thrown where the network, not the address, is at fault. */
export class Unreachable extends Error {}

/** The articles that come with the app, over HTTP: answered by the service worker once it is there. */
export interface ShippedArticles {
  /** Rejects with `Unreachable`. */
  list(): Promise<readonly ArticleRecord[]>;
  /** Undefined where no such article ships. Rejects with `Unreachable`. */
  read(id: ArticleId): Promise<Article | undefined>;
}

export function createShippedArticles(base: string): ShippedArticles {
  return {
    async list() {
      const index = (await get(base + SHIPPED_INDEX_PATH)) as ShippedIndex | undefined;
      if (!index) throw new Unreachable();
      return index.records;
    },
    read: async (id) => (await get(base + shippedArticlePath(id))) as Article | undefined,
  };
}

async function get(url: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new Unreachable();
  }
  if (response.status >= 500) throw new Unreachable();
  // A static host may answer a missing file with a page.
  if (!response.ok || !response.headers.get("content-type")?.includes("json")) return undefined;
  return response.json();
}
