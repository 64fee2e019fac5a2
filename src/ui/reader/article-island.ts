import { articleWords } from "#i18n/article-words.ts";
import type { Article } from "#domain/article.ts";
import { articleAttributes, renderArticle } from "#rendering/article.ts";
import { domFactory } from "#rendering/dom-factory.ts";

/**
 * Puts an article into the page's `<article>` element, which Preact never touches. Where the service worker or the build has
 * painted this very revision already, everything stays as it is, down to the last node.
 */
export function showArticle(island: HTMLElement, article: Article, base: string): void {
  const attributes = articleAttributes(article);
  const painted =
    island.dataset["id"] === attributes["data-id"] && island.dataset["revision"] === attributes["data-revision"];
  if (!painted) {
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) island.setAttribute(name, value);
    island.replaceChildren(...renderArticle(article, domFactory, { base, words: articleWords }));
  }
  island.hidden = false;
}

/** Empties the island, so that nothing of the article is found, spoken or painted while another view is shown. */
export function clearArticle(island: HTMLElement): void {
  island.hidden = true;
  island.replaceChildren();
  for (const name of island.getAttributeNames()) if (name !== "id" && name !== "hidden") island.removeAttribute(name);
}
