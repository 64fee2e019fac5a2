import { hasMoved } from "#reading/window.ts";

/**
 * The toolbar gets out of the way while the text moves on, and comes back when the reader turns back, taps the text, presses
 * Escape, reaches its end or moves the focus to it. Returns the way to stop.
 */
export function watchToolbar(article: HTMLElement, bar: HTMLElement): () => void {
  const root = document.documentElement;
  const end = new AbortController();
  const { signal } = end;
  let last = scrollY;

  const show = (shown: boolean) => {
    if (shown) delete root.dataset["bar"];
    else root.dataset["bar"] = "away";
  };

  addEventListener(
    "scroll",
    () => {
      const by = hasMoved() ? scrollY - last : 0;
      if (by === 0) last = scrollY;
      // A few pixels are a trembling finger, not a direction.
      if (Math.abs(by) < 8) return;
      last = scrollY;
      const atEdge = scrollY < 8 || scrollY + innerHeight > root.scrollHeight - 8;
      show(by < 0 || atEdge);
    },
    { passive: true, signal },
  );

  article.addEventListener(
    "click",
    (event) => {
      // It has turned a page, or opened what was pressed.
      if (event.defaultPrevented) return;
      const onControl = event.target instanceof Element && event.target.closest("a, button, summary") !== null;
      if (!onControl && document.getSelection()?.isCollapsed !== false) show(root.dataset["bar"] === "away");
    },
    { signal },
  );

  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      show(true);
      bar.querySelector<HTMLElement>("a, button")?.focus();
    },
    { signal },
  );

  return () => {
    end.abort();
    show(true);
  };
}
