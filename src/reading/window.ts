import { sentences } from "#domain/segment.ts";
import type { Position } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";
import { type Box, currentFlow } from "./flow.ts";
import { leafElement, rangeOf } from "./ranges.ts";

/** The part of the window in which text shows, in CSS pixels, as if the text ran down: see `flow.ts`. */
export function visibleBand(): { top: number; bottom: number } {
  const { top, bottom } = currentFlow().view();
  return { top, bottom };
}

const unrolled = (box: DOMRect | undefined): Box | undefined => box && currentFlow().unroll(box);

/** How far below the top of the band a place is set when it is scrolled to, in CSS pixels: as `scroll-padding` in `styles/base.css` has it. */
const BREATHING_SPACE = 12;
/** More pixels than any article has. */
const FAR = 1e8;

/**
 * The first sentence that shows at the top of the visible band: where the eye takes up reading after the page was opened
 * here. Offsets are sentence starts. Undefined where no text is in view. `current` is kept while it begins on the first line:
 * the end of the sentence before stands there too, and opening an article at its place must not move that place.
 */
export function positionInView(leaves: readonly Leaf[], articleLang: string, current: Position): Position | undefined {
  const { pages } = currentFlow();
  if (pages) return pages.place(leaves, articleLang, current);
  const line = visibleBand().top + BREATHING_SPACE / 2;
  const begins = unrolled(firstLine(current));
  if (begins && begins.bottom > line && 2 * begins.top < line + begins.bottom) return current;
  const beyond = (box: DOMRect | undefined) => (unrolled(box)?.bottom ?? -Infinity) > line;
  // What is still to come will stand below.
  const shown = ({ number }: Leaf) => {
    const element = leafElement(number);
    return !element?.getClientRects().length || beyond(element.getBoundingClientRect());
  };
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shown(leaves[middle]!)) high = middle;
    else low = middle + 1;
  }
  const leaf = leaves[low];
  if (!leaf || !leafElement(leaf.number)?.getClientRects().length) return undefined;
  for (const span of sentences(leaf.text, leaf.lang ?? articleLang)) {
    if (beyond(rangeOf(leaf.number, span)?.getBoundingClientRect())) return { block: leaf.number, offset: span.start };
  }
  return { block: leaf.number, offset: 0 };
}

/** Whether the last line of the text is in view: the reader has come to the end, however tall the window. */
export function endInView(leaves: readonly Leaf[]): boolean {
  const last = leaves.findLast((leaf) => !leaf.inNote);
  const boxes = last && leafElement(last.number)?.getClientRects();
  const end = unrolled(boxes?.[boxes.length - 1]);
  return end !== undefined && end.bottom <= visibleBand().bottom + 1;
}

/** How far the text had been moved when it was put where it is; undefined once the reader has moved it. */
let placed: number | undefined;

/**
 * Whether the reader has scrolled since the page was put where it is. To be put there is not reading: near its end an article cannot
 * show every place at the top of the window.
 */
export function hasMoved(): boolean {
  if (placed !== undefined && Math.abs(currentFlow().offset() - placed) >= 1) placed = undefined;
  return placed === undefined;
}

/** Takes the page as it stands for put there. */
export function stayHere(): void {
  placed = currentFlow().offset();
}

let waiting = 0;

/** Shows the text up to a leaf that is held back until there is time to set it in type: see `ui/reader/growing-text.ts`. */
let bringText: ((leaf: number) => void) | undefined;

/** Says how text that is held back can be shown at once; undefined: all is shown that is there. */
export function holdText(bring: typeof bringText): void {
  bringText = bring;
}

/**
 * Sets a position at the top of the visible band, at once; in pages, shows the one it is on. The start of the article is the top of
 * the page. A place that is still to come is gone to as soon as it is there, unless the reader has gone elsewhere by then.
 */
export function scrollToPosition(position: Position): void {
  cancelAnimationFrame(waiting);
  bringText?.(position.block);
  const flow = currentFlow();
  const atStart = position.block === 0 && position.offset === 0;
  const box = atStart ? undefined : firstLine(position);
  if (flow.pages && (atStart || box)) flow.pages.show(box);
  else if (box) flow.moveBy(flow.unroll(box).top - flow.view().top - BREATHING_SPACE);
  else if (atStart) flow.moveBy(-FAR);
  else if (document.readyState === "loading" || document.querySelector("[data-growing]"))
    waiting = requestAnimationFrame(() => !hasMoved() && scrollToPosition(position));
  stayHere();
}

/** The box of the first line at a position, relative to the window. */
export function firstLine(position: Position): DOMRect | undefined {
  const range = rangeOf(position.block, { start: position.offset, end: position.offset + 1 });
  return range?.getClientRects()[0] ?? leafElement(position.block)?.getClientRects()[0];
}
