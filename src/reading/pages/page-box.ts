import type { Box } from "../flow.ts";

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
  axis: Axis;
  /** The box that a page shows itself in, and the text in it, in the window. */
  box: DOMRect;
  text: Box;
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
  const axis = axisOf(article);
  const down = axis === "down";
  const style = getComputedStyle(article);
  const px = (value: string) => Number.parseFloat(value) || 0;
  const box = article.getBoundingClientRect();
  const text = {
    left: box.left + px(style.paddingLeft),
    right: box.right - px(style.paddingRight),
    top: box.top + px(style.paddingTop),
    bottom: box.bottom - px(style.paddingBottom),
  };
  const step = (down ? box.height : box.width) || 1;
  const gutters = px(style.paddingInlineStart) + px(style.paddingInlineEnd);
  const all = down ? article.scrollHeight : article.scrollWidth;
  const scrolled = Math.abs(down ? article.scrollTop : article.scrollLeft) / step;
  // Not all browsers count the padding after the last column. A pixel may be lost in rounding.
  const count = Math.max(1, Math.ceil((all - gutters - 1) / step));
  const height = down ? text.right - text.left : text.bottom - text.top;
  return { step, count, height, shown: Math.min(count - 1, Math.round(scrolled)), scrolled, axis, box, text };
}

/** Shows a page, from 0, at once. */
export function scrollToPage(article: HTMLElement, page: number, { axis, step }: PageBox): void {
  if (axis === "down") article.scrollTo({ top: page * step, behavior: "instant" });
  else article.scrollTo({ left: (axis === "left" ? -1 : 1) * page * step, behavior: "instant" });
}
