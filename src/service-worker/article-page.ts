import { Strategy, type StrategyHandler } from "workbox-strategies";
import type { Article } from "#domain/article.ts";
import { clampPosition, type Position } from "#domain/position.ts";
import { formatRoute, parseRoute } from "#domain/route.ts";
import { leavesOf } from "#domain/text.ts";
import { articleWords } from "#i18n/article-words.ts";
import { articleAttributes, renderArticle } from "#rendering/article.ts";
import { stringFactory } from "#rendering/string-factory.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { fetchArticle, storedArticle } from "./article-data.ts";
import { inTime } from "./in-time.ts";
import { answerShell, readSettings } from "./shell-page.ts";

/**
 * Answers `read/<id>` with a finished page from IndexedDB: the article, in the reader's own settings. Where reading had got
 * further than the start the answer is a redirect to that place, which the browser scrolls to without a script. Never rejects.
 */
export class ArticlePage extends Strategy {
  readonly #base: string;
  readonly #storage: LibraryStorage;

  constructor(base: string, storage: LibraryStorage) {
    super();
    this.#base = base;
    this.#storage = storage;
  }

  protected override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const base = this.#base;
    const storage = this.#storage;
    const route = parseRoute(new URL(request.url), base);
    const settings = readSettings(storage);
    if (route.name !== "read") return answerShell(await settings);

    const [stored, place] = await Promise.all([storedArticle(storage, route.id), this.#place(route.id)]);
    const article = stored ?? (await fetchArticle(base, route.id, storage, (work) => handler.waitUntil(work))) ?? (await this.#older(route.id));
    if (!article) return answerShell(await settings);
    if (!route.at && place) {
      const at = clampPosition(place, leavesOf(article.body));
      if (at.block > 0 || at.offset > 0) {
        return new Response(null, { status: 302, headers: { Location: `${formatRoute({ ...route, at }, base)}#at` } });
      }
    }
    return answerShell(await settings, content(article, base, route.at));
  }

  async #place(id: string): Promise<Position | undefined> {
    try {
      return (await inTime(this.#storage.readPosition(id)))?.position;
    } catch {
      return undefined;
    }
  }

  /** A text that the list knows to be out of date is still better than none. */
  async #older(id: string): Promise<Article | undefined> {
    try {
      return await inTime(this.#storage.readArticle(id));
    } catch {
      return undefined;
    }
  }
}

function content(article: Article, base: string, anchor: Position | undefined) {
  const html = renderArticle(article, stringFactory, { base, words: articleWords, ...(anchor && { anchor }) }).join("");
  const { title, summary } = article.record;
  return {
    title: `${title} – Lectern`,
    ...(summary && { description: summary }),
    article: { attributes: articleAttributes(article), html },
  };
}
