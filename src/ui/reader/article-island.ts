import { articleWords } from "#i18n/article-words.ts";
import type { Article } from "#domain/article.ts";
import type { Position } from "#domain/position.ts";
import { textComes } from "#reading/coming.ts";
import { leafElement } from "#reading/ranges.ts";
import { scrollToPosition } from "#reading/window.ts";
import { articleAttributes, articleParts } from "#rendering/article.ts";
import { domFactory } from "#rendering/dom-factory.ts";
import type { OpenArticle } from "#state/reader.ts";
import { loadGrowingText } from "../lazy.ts";

/** Characters that are there at once, from the place of reading on: some screens. */
const FIRST_SCREENS = 32_768;

/**
 * Puts an article into the page's `<article>` element, which Preact never touches; what lies beyond the first screens follows in
 * slices. Where the service worker or the build has painted this very revision already, everything stays as it is, down to the last
 * node; only a page that broke off is made anew. `place`: where reading is. Returns the way to stop what is still to come.
 */
export function showArticle(
  island: HTMLElement,
  { article, leaves }: OpenArticle,
  base: string,
  place: () => Position,
): () => void {
  const attributes = articleAttributes(article);
  const painted =
    island.dataset["id"] === attributes["data-id"] && island.dataset["revision"] === attributes["data-revision"];
  const end = new AbortController();
  const { signal } = end;

  const make = () => {
    island.replaceChildren();
    const blocks = appendBlocks(island, article, base);
    const append = (characters: number): boolean => {
      for (let left = characters; left > 0;) {
        const { value, done } = blocks.next();
        if (done) return false;
        left -= value;
      }
      return true;
    };
    const bring = (leaf: number) => {
      if (leafElement(leaf)) return true;
      while (!leafElement(leaf)) if (!append(1)) return false;
      return append(FIRST_SCREENS);
    };
    textComes(bring);
    if (!bring(place().block)) return;
    loadGrowingText().then(
      ({ growText }) => growText(island, append, signal),
      () => bring(Infinity),
    );
  };
  const mend = () => {
    if (leafElement(leaves.length - 1) || leaves.length === 0) return;
    make();
    scrollToPosition(place());
  };

  if (!painted) {
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) island.setAttribute(name, value);
    make();
  } else if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", mend, { signal });
  } else {
    mend();
  }
  island.hidden = false;
  return () => {
    end.abort();
    textComes();
  };
}

/** Appends block after block in the order of the text, and yields the length of each in characters. */
function* appendBlocks(island: HTMLElement, article: Article, base: string): Generator<number, undefined> {
  for (const { frame, blocks } of articleParts(article, domFactory, { base, words: articleWords })) {
    const gap = document.createComment("");
    const part = frame([gap]);
    const within = gap.parentNode;
    gap.remove();
    island.append(part);
    for (const block of blocks) {
      within?.appendChild(block);
      yield block.textContent?.length || 1;
    }
  }
}

/** Empties the island, so that nothing of the article is found, spoken or painted while another view is shown. */
export function clearArticle(island: HTMLElement): void {
  island.hidden = true;
  island.replaceChildren();
  for (const name of island.getAttributeNames()) if (name !== "id" && name !== "hidden") island.removeAttribute(name);
}
