import { Strategy } from "workbox-strategies/Strategy.js";
import type { StrategyHandler } from "workbox-strategies/StrategyHandler.js";
import type { Article } from "#domain/article.ts";
import { shippedArticlePath } from "#protocol/shipped-articles.ts";
import type { Keeper } from "#storage/keeper.ts";
import { inTime } from "./in-time.ts";

/**
 * The article in the newest form there is: stored, else from the network, else stored although the list knows of a newer text.
 * Otherwise the HTTP status to answer with: 404 where there is none, 503 where the network is at fault. Does not wait for the disk,
 * nor, while there is something to read, for a network that does not answer. What has to come from the network is stored. Never
 * rejects.
 */
export type FindArticle = (id: string, event: ExtendableEvent) => Promise<Article | 404 | 503>;

export function createFindArticle(base: string, storage: Keeper): FindArticle {
  async function fetchArticle(id: string, event: ExtendableEvent, noArticle: 404 | 503): Promise<Article | 404 | 503> {
    try {
      const response = await fetch(base + shippedArticlePath(id));
      if (!response.ok) return response.status < 500 ? 404 : 503;
      // A page instead of an article: a static host's for what it does not have, or of a network that wants a password first.
      if (!response.headers.get("content-type")?.includes("json")) return noArticle;
      const article = (await response.json()) as Article;
      event.waitUntil(storage.saveArticle(article).catch(() => {}));
      return article;
    } catch {
      return 503;
    }
  }

  return async (id, event) => {
    const [stored, record] = await inTime(Promise.all([storage.readArticle(id), storage.readRecord(id)]), []);
    if (stored && stored.record.revision === record?.revision) return stored;
    const fetching = fetchArticle(id, event, record ? 503 : 404);
    event.waitUntil(fetching);
    if (!stored) return fetching;
    const fetched = await inTime(fetching, stored);
    return typeof fetched === "object" ? fetched : stored;
  };
}

/** Answers `articles/<id>.json`: the article as IndexedDB has it, and what has to come from the network is kept there. Never rejects. */
export class ArticleData extends Strategy {
  readonly #find: FindArticle;

  constructor(find: FindArticle) {
    super();
    this.#find = find;
  }

  protected override async _handle({ url }: Request, { event }: StrategyHandler): Promise<Response> {
    const found = await this.#find(/([^/]+)\.json$/.exec(url)?.[1] ?? "", event);
    return typeof found === "object" ? Response.json(found) : new Response(null, { status: found });
  }
}
