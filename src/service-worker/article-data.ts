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
export type FindArticle = (id: string, event: FetchEvent) => Promise<Article | 404 | 503>;

export function createFindArticle(base: string, storage: Keeper): FindArticle {
  async function fetchArticle(id: string, event: FetchEvent): Promise<Article | 404 | 503> {
    try {
      const response = await fetch(base + shippedArticlePath(id));
      // A static host may answer a missing file with a page.
      if (!response.ok || !response.headers.get("content-type")?.includes("json")) return 404;
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
    const fetching = fetchArticle(id, event);
    event.waitUntil(fetching);
    if (!stored) return fetching;
    const fetched = await inTime(fetching, stored);
    return typeof fetched === "object" ? fetched : stored;
  };
}

/** Answers `articles/<id>.json`. Never rejects. */
export async function answerArticleData(event: FetchEvent, find: FindArticle): Promise<Response> {
  const found = await find(/([^/]+)\.json$/.exec(event.request.url)?.[1] ?? "", event);
  return typeof found === "object" ? Response.json(found) : new Response(null, { status: found });
}
