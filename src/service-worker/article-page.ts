import { Strategy } from "workbox-strategies/Strategy.js";
import type { StrategyHandler } from "workbox-strategies/StrategyHandler.js";
import type { Article } from "#domain/article.ts";
import type { Position } from "#domain/position.ts";
import { formatRoute, parseRoute } from "#domain/route.ts";
import { articleWords } from "#i18n/article-words.ts";
import { articleAttributes, renderArticle } from "#rendering/article.ts";
import type { PageContent } from "#rendering/document.ts";
import { stringFactory } from "#rendering/string-factory.ts";
import type { Keeper } from "#storage/keeper.ts";
import type { ArticleData } from "./article-data.ts";
import { inTime } from "./in-time.ts";
import { answerShell } from "./shell-page.ts";

/**
 * Answers `read/<id>` with a finished page from IndexedDB: the article, in the reader's own settings. Where reading had got
 * further than the start the answer is a redirect to that place, which the browser scrolls to without a script. Never rejects.
 */
export class ArticlePage extends Strategy {
  readonly #base: string;
  readonly #storage: Keeper;
  readonly #data: ArticleData;

  constructor(base: string, storage: Keeper, data: ArticleData) {
    super();
    this.#base = base;
    this.#storage = storage;
    this.#data = data;
  }

  protected override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const base = this.#base;
    const storage = this.#storage;
    const route = parseRoute(new URL(request.url), base);
    if (route.name !== "read") return answerShell(storage);
    const [article, place] = await Promise.all([
      this.#data.find(route.id, handler),
      inTime(storage.readPosition(route.id), undefined),
    ]);
    if (typeof article !== "object") return answerShell(storage);
    // In a text that has been revised since, the page looks for the place.
    const at = place?.revision === article.record.revision && place.position;
    if (at && !route.at && (at.block > 0 || at.offset > 0)) {
      const Location = `${formatRoute({ ...route, at }, base)}#at`;
      return new Response(null, { status: 302, headers: { Location } });
    }
    return answerShell(storage, pageOf(article, base, route.at));
  }
}

function pageOf(article: Article, base: string, anchor: Position | undefined): PageContent {
  const { lang, title, summary } = article.record;
  return {
    lang,
    title: articleWords.pageTitle(title),
    ...(summary && { description: summary }),
    article: {
      attributes: articleAttributes(article),
      html: renderArticle(article, stringFactory, { base, words: articleWords, ...(anchor && { anchor }) }).join(""),
    },
  };
}
