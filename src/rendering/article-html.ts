import type { Article } from "#domain/article.ts";
import { type ArticleOptions, articleParts } from "./article.ts";
import { GAP, stringFactory } from "./string-factory.ts";

/** The children of the `<article>` element as HTML text, in pieces of one block each: a page can be sent while it is being made. */
export function* articleHtml(article: Article, options: ArticleOptions): Generator<string> {
  for (const { frame, blocks } of articleParts(article, stringFactory, options)) {
    const [start, end = ""] = frame([GAP]).split(GAP);
    yield start!;
    yield* blocks;
    yield end;
  }
}
