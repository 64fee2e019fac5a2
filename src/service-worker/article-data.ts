import { Strategy } from "workbox-strategies/Strategy.js";
import type { StrategyHandler } from "workbox-strategies/StrategyHandler.js";
import type { Article } from "#domain/article.ts";
import { shippedArticlePath } from "#protocol/shipped-articles.ts";
import type { Keeper } from "#storage/keeper.ts";
import { inTime } from "./in-time.ts";

/** Answers `articles/<id>.json` from IndexedDB, and stores there what has to come from the network. Never rejects. */
export class ArticleData extends Strategy {
  readonly #base: string;
  readonly #storage: Keeper;

  constructor(base: string, storage: Keeper) {
    super();
    this.#base = base;
    this.#storage = storage;
  }

  protected override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const id = /([^/]+)\.json$/.exec(request.url)?.[1] ?? "";
    const found = await this.find(id, handler);
    if (typeof found === "object") return Response.json(found);
    return new Response(null, { status: found });
  }

  /**
   * The article in the newest form there is: stored, else from the network, else stored although the list knows of a newer text.
   * Otherwise the HTTP status to answer with: 404 where there is none, 503 where the network is at fault. Does not wait for the disk,
   * nor, while there is something to read, for a network that does not answer.
   */
  async find(id: string, handler: StrategyHandler): Promise<Article | 404 | 503> {
    const storage = this.#storage;
    const [stored, record] = await inTime(Promise.all([storage.readArticle(id), storage.readRecord(id)]), []);
    if (stored && stored.record.revision === record?.revision) return stored;
    const fetching = handler.waitUntil(this.#fetch(id, handler, record ? 503 : 404));
    if (!stored) return fetching;
    const fetched = await inTime(fetching, stored);
    return typeof fetched === "object" ? fetched : stored;
  }

  async #fetch(id: string, handler: StrategyHandler, noArticle: 404 | 503): Promise<Article | 404 | 503> {
    try {
      const response = await fetch(this.#base + shippedArticlePath(id));
      if (!response.ok) return response.status < 500 ? 404 : 503;
      // A page instead of an article: a static host's for what it does not have, or of a network that wants a password first.
      if (!response.headers.get("content-type")?.includes("json")) return noArticle;
      const article = (await response.json()) as Article;
      handler.waitUntil(this.#storage.saveArticle(article).catch(() => {}));
      return article;
    } catch {
      return 503;
    }
  }
}
