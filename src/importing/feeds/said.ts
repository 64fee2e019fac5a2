import type { SaidByFeed } from "#protocol/feed-entry.ts";
import type { ImportedArticle } from "../imported-article.ts";

/** An article from a page, with what only its feed says of it. The name of a host is no name of a site where there is another. */
export function withSaid(article: ImportedArticle, said: SaidByFeed, address: string | undefined): ImportedArticle {
  const hosts = [address, article.address].map((at) => at && new URL(at).hostname.replace(/^www\./, ""));
  const site = article.site && !hosts.includes(article.site) ? article.site : (said.site ?? article.site);
  const { byline = said.byline, published = said.published } = article;
  return { ...article, ...(byline && { byline }), ...(published && { published }), ...(site && { site }) };
}
