import type { Position } from "#domain/position.ts";
import { sentences } from "#domain/segment.ts";
import type { Leaf } from "#domain/text.ts";
import type { Box, Flow } from "../flow.ts";
import { leafElement } from "../ranges.ts";
import { firstLine } from "../window.ts";
import { axisOf, measurePages, type PageBox, scrollToPage } from "./page-box.ts";

export interface PagedFlow extends Flow {
  readonly pages: NonNullable<Flow["pages"]>;
  measure(): PageBox;
  /** Shows a page, from 0; held at the ends. */
  turnTo(page: number): void;
  /** The page of a box of the window, from 0. */
  pageOf(box: Box): number;
}

/** The flow of an article that is in pages: as if each stood below the one before. */
export function createPagedFlow(article: HTMLElement, onTurned: () => void): PagedFlow {
  const measure = () => measurePages(article);

  /** How many pages beyond the one that is shown. */
  function beyond({ left, right, top, bottom }: Box, { step, shown, scrolled }: PageBox): number {
    const box = article.getBoundingClientRect();
    const axis = axisOf(article);
    let at = (top + bottom) / 2 - box.top;
    if (axis === "right") at = (left + right) / 2 - box.left;
    if (axis === "left") at = box.right - (left + right) / 2;
    return Math.floor(at / step + scrolled) - shown;
  }

  function turnTo(page: number): void {
    const { step, count, scrolled } = measure();
    const to = Math.min(Math.max(page, 0), count - 1);
    if (Math.abs(to - scrolled) * step >= 1) scrollToPage(article, to, step);
    onTurned();
  }

  const pageOf = (box: Box, pages = measure()) => pages.shown + beyond(box, pages);

  /** How far a page is moved to lie below the others instead of beside them, each way. */
  function shift(pages: PageBox, by: number): { x: number; y: number } {
    const axis = axisOf(article);
    const way = axis === "left" ? 1 : -1;
    return axis === "down"
      ? { x: by * pages.height, y: -by * pages.step }
      : { x: way * by * pages.step, y: by * pages.height };
  }

  /** In columns of vertical writing the text runs to the left; the box is turned so that it runs down. */
  const turned = ({ left, right, top, bottom }: Box): Box => ({ left: top, right: bottom, top: -right, bottom: -left });
  const turnedBack = ({ left, right, top, bottom }: Box): Box => ({
    left: -bottom,
    right: -top,
    top: left,
    bottom: right,
  });

  function textBox(): Box {
    const { left, right, top, bottom } = article.getBoundingClientRect();
    const { paddingTop, paddingBottom, paddingLeft, paddingRight } = getComputedStyle(article);
    return {
      left: left + Number.parseFloat(paddingLeft),
      right: right - Number.parseFloat(paddingRight),
      top: top + Number.parseFloat(paddingTop),
      bottom: bottom - Number.parseFloat(paddingBottom),
    };
  }

  return {
    measure,
    turnTo,
    pageOf,
    unroll(box) {
      const pages = measure();
      const by = beyond(box, pages);
      if (axisOf(article) === "down") {
        const { x, y } = shift(pages, by);
        return turned({ left: box.left - x, right: box.right - x, top: box.top + y, bottom: box.bottom + y });
      }
      const { x, y } = shift(pages, by);
      return { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
    },
    // Only what lies on the page that is shown can be drawn over it.
    roll: (box) => (axisOf(article) === "down" ? turnedBack(box) : box),
    view() {
      const box = textBox();
      return axisOf(article) === "down" ? turned(box) : box;
    },
    offset: () => measure().shown * 1000,
    moveBy(pixels) {
      const { shown, height } = measure();
      // Some way on is the page on, however little.
      const by = Math.sign(pixels) * Math.max(1, Math.floor(Math.abs(pixels) / height));
      if (pixels !== 0) turnTo(shown + by);
    },
    pages: {
      show: (box) => turnTo(box ? pageOf(box) : 0),
      place: (leaves, lang, current) => placeOnPage(leaves, lang, current, pageOf, measure()),
    },
  };
}

/**
 * The first sentence that begins on the page; where none does, the first character on it: opened there, it is the same page again.
 * After the end of the text, its last sentence.
 */
function placeOnPage(
  leaves: readonly Leaf[],
  articleLang: string,
  current: Position,
  pageOf: (box: Box, pages: PageBox) => number,
  pages: PageBox,
): Position | undefined {
  const { shown } = pages;
  const page = (box: Box | undefined) => (box ? pageOf(box, pages) : -1);
  const pageAt = (block: number, offset: number) => page(firstLine({ block, offset }));
  if (pageAt(current.block, current.offset) === shown) return current;
  const endOf = ({ number }: Leaf) => page(Array.from(leafElement(number)?.getClientRects() ?? []).at(-1));

  const first = firstIndex(leaves.length, (i) => endOf(leaves[i]!) >= shown);
  const leaf = leaves[first];
  if (!leaf) {
    const last = leaves.at(-1);
    const span = last && sentences(last.text, last.lang ?? articleLang).at(-1);
    return last && { block: last.number, offset: span?.start ?? 0 };
  }
  for (const next of leaves.slice(first)) {
    if (pageAt(next.number, 0) > shown) break;
    for (const { start } of sentences(next.text, next.lang ?? articleLang))
      if (pageAt(next.number, start) === shown) return { block: next.number, offset: start };
  }
  if (pageAt(leaf.number, 0) >= shown) return { block: leaf.number, offset: 0 };
  return { block: leaf.number, offset: firstIndex(leaf.text.length, (i) => pageAt(leaf.number, i) >= shown) };
}

/** The first number below `count` for which something holds that goes on holding; `count` where there is none. */
function firstIndex(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
