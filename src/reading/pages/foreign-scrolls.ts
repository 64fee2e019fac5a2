import type { PagedFlow } from "./paged-flow.ts";

/** A focus is what the page is scrolled for while it is not older, in milliseconds. */
const FRESH = 150;

/**
 * Whatever else brings something into view (the focus, a link to a note, a screen reader, the browser's search) is answered with the
 * whole page it is on, before the next paint. Returns the way to stop.
 */
export function watchForeignScrolls(article: HTMLElement, flow: PagedFlow, active: () => boolean): () => void {
  const end = new AbortController();
  const { signal } = end;
  let focused: { element: Element; at: number } | undefined;

  const soughtFor = () => {
    if (focused && performance.now() - focused.at < FRESH) return focused.element;
    return undefined;
  };
  const snap = () => {
    if (!active()) return;
    const { shown, scrolled, step } = flow.measure();
    const box = soughtFor()?.getClientRects()[0];
    const at = box ? flow.pageOf(box) : shown;
    // Browsers put what they search for, or were asked to show, in the middle: the nearest page has it.
    if (at !== shown || Math.abs(scrolled - shown) * step >= 1) flow.turnTo(at);
  };
  article.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof Element)) return;
      focused = { element: target, at: performance.now() };
      snap();
    },
    { signal },
  );
  // A link within the article: its target takes the place of the focus.
  addEventListener(
    "hashchange",
    () => {
      const target = document.querySelector(":target");
      const box = target && article.contains(target) ? target.getClientRects()[0] : undefined;
      if (box && active()) flow.turnTo(flow.pageOf(box));
    },
    { signal },
  );
  article.addEventListener("scroll", snap, { passive: true, signal });
  return () => end.abort();
}
