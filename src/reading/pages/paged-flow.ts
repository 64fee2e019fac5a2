import type { Position } from "#domain/position.ts";
import { sentences } from "#domain/segment.ts";
import type { Leaf } from "#domain/text.ts";
import type { Box, Flow } from "../flow.ts";
import { leafElement } from "../ranges.ts";
import { firstLine } from "../window.ts";
import { measurePages, type PageBox, scrollToPage } from "./page-box.ts";

export interface PagedFlow extends Flow {
  measure(): PageBox;
  /** The pages have been made anew: what was measured holds no longer. */
  forget(): void;
  /** Shows a page, from 0; held at the ends. */
  turnTo(page: number): void;
  /** The page of a box of the window, from 0. */
  pageOf(box: Box): number;
}

/** In columns of vertical writing text runs to the left: turned so, it runs down. */
const turned = ({ left, right, top, bottom }: Box): Box => ({ left: top, right: bottom, top: -right, bottom: -left });
const turnedBack = ({ left, right, top, bottom }: Box): Box => ({
  left: -bottom,
  right: -top,
  top: left,
  bottom: right,
});

/** The flow of an article that is in pages: as if each stood below the one before. `onTurned` hears of every page that is shown. */
export function createPagedFlow(article: HTMLElement, onTurned: () => void): PagedFlow {
  let measured: PageBox | undefined;

  /** Kept until the work at hand is done: to find a place takes hundreds of looks at pages that stand still. */
  function measure(): PageBox {
    if (!measured) queueMicrotask(() => (measured = undefined));
    return (measured ??= measurePages(article));
  }

  /** How many pages beyond the one that is shown. */
  function beyond({ left, right, top, bottom }: Box): number {
    const { step, shown, scrolled, axis, box } = measure();
    let at = (top + bottom) / 2 - box.top;
    if (axis === "right") at = (left + right) / 2 - box.left;
    if (axis === "left") at = box.right - (left + right) / 2;
    return Math.floor(at / step + scrolled) - shown;
  }

  function turnTo(page: number): void {
    const pages = measure();
    const to = Math.min(Math.max(page, 0), pages.count - 1);
    if (Math.abs(to - pages.scrolled) * pages.step >= 1) scrollToPage(article, to, pages);
    measured = undefined;
    onTurned();
  }

  const pageOf = (box: Box) => measure().shown + beyond(box);

  return {
    measure,
    forget: () => (measured = undefined),
    turnTo,
    pageOf,
    unroll(box) {
      const { axis, step, height } = measure();
      const by = beyond(box);
      const shifted = (x: number, y: number): Box => ({
        left: box.left + x,
        right: box.right + x,
        top: box.top + y,
        bottom: box.bottom + y,
      });
      if (axis === "down") return turned(shifted(-by * height, -by * step));
      return shifted((axis === "left" ? by : -by) * step, by * height);
    },
    // Only what lies on the page that is shown can be drawn over it.
    roll: (box) => (measure().axis === "down" ? turnedBack(box) : box),
    view() {
      const { axis, text } = measure();
      return axis === "down" ? turned(text) : text;
    },
    offset: () => measure().shown * 1000,
    moveBy(pixels) {
      const { shown, height } = measure();
      const by = Math.floor(pixels / height);
      // Some way on is the page on, however little.
      if (pixels !== 0) turnTo(shown + (by === 0 ? 1 : by));
    },
    show: (box) => turnTo(box ? pageOf(box) : 0),
    placeOnPage: (leaves, lang, current) => placeOnPage(leaves, lang, current, pageOf, measure().shown),
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
  pageOf: (box: Box) => number,
  shown: number,
): Position | undefined {
  const page = (box: Box | undefined) => (box ? pageOf(box) : -1);
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
