import { withoutTurning } from "#domain/turning-marks.ts";
import type { ImportedArticle } from "./imported-article.ts";

/** An article whose title, author, site and summary can be put into any sentence. */
export function tellable<A extends ImportedArticle>(article: A): A {
  const { byline, site, summary } = article;
  return {
    ...article,
    title: withoutTurning(article.title),
    ...(byline && { byline: withoutTurning(byline) }),
    ...(site && { site: withoutTurning(site) }),
    ...(summary && { summary: withoutTurning(summary) }),
  };
}
