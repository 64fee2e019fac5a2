/** Where the pages of an article lie: CSS makes them columns of a box that scrolls, each as wide as the box (`styles/pages.css`). */
export interface PageBox {
  /** From one page to the next, in CSS pixels. */
  step: number;
  /** How many pages there are. */
  count: number;
  /** Of the text on a page. */
  height: number;
  /** Which page is shown, from 0. While the box is scrolled by the browser, the nearest one. */
  shown: number;
  /** How far the box has been scrolled, in pages: no whole number after the browser has scrolled to something. */
  scrolled: number;
}

/** The way the pages follow each other. In vertical writing one lies below the other, though nobody sees it. */
export type Axis = "right" | "left" | "down";

export function axisOf(article: Element): Axis {
  const { writingMode, direction } = getComputedStyle(article);
  if (writingMode.startsWith("vertical")) return "down";
  return direction === "rtl" ? "left" : "right";
}

/** Measures an article that is in pages. */
export function measurePages(article: HTMLElement): PageBox {
  const down = axisOf(article) === "down";
  const style = getComputedStyle(article);
  const { width, height } = article.getBoundingClientRect();
  const step = down ? height : width;
  const gutters = Number.parseFloat(style.paddingInlineStart) + Number.parseFloat(style.paddingInlineEnd);
  const all = down ? article.scrollHeight : article.scrollWidth;
  const edges = Number.parseFloat(style.paddingBlockStart) + Number.parseFloat(style.paddingBlockEnd);
  const scrolled = step > 0 ? Math.abs(down ? article.scrollTop : article.scrollLeft) / step : 0;
  // Not all browsers count the padding after the last column. A pixel may be lost in rounding.
  const count = step > 0 ? Math.max(1, Math.ceil((all - gutters - 1) / step)) : 1;
  return {
    step,
    count,
    height: (down ? width : height) - edges,
    shown: Math.min(count - 1, Math.round(scrolled)),
    scrolled,
  };
}

/** Shows a page, from 0, at once. */
export function scrollToPage(article: HTMLElement, page: number, step: number): void {
  const axis = axisOf(article);
  if (axis === "down") article.scrollTo({ top: page * step, behavior: "instant" });
  else article.scrollTo({ left: (axis === "left" ? -1 : 1) * page * step, behavior: "instant" });
}
