import { leafElementId } from "#domain/text.ts";
import type { OpenArticle } from "#state/reader.ts";
import { loadGrowingText } from "#ui/lazy.ts";

/** In characters: an article that is longer is set in type bit by bit. */
const LONG = 100_000;

/**
 * Has the page set only the first screens of a long article in type (`[data-growing]` in `styles/prose.css`), and the rest when there is time.
 * To be called before the article is put into the island; one that was sent with the page stays as it is.
 */
export function holdBackLongText(island: HTMLElement, { article, leaves, position }: OpenArticle): void {
  if (island.dataset["id"] === article.record.id || !isLong(leaves)) return;
  island.dataset["growing"] = "";
  loadGrowingText().then(
    ({ growText }) => growText(island, position.block),
    () => delete island.dataset["growing"],
  );
}

function isLong(leaves: OpenArticle["leaves"]): boolean {
  return leaves.reduce((sum, { text }) => sum + text.length, 0) > LONG;
}

/** Calls `onBroken` when the page has come to its end and the article has not: it broke off while it was being sent. */
export function watchForEnd({ leaves }: OpenArticle, onBroken: () => void): void {
  const look = () => {
    if (leaves.length > 0 && !document.getElementById(leafElementId(leaves.length - 1))) onBroken();
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", look, { once: true });
  else look();
}
