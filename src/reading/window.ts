import { sentences } from "#domain/segment.ts";
import type { Position } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";
import type { Box, Flow } from "./flow.ts";
import { leafElement, rangeOf } from "./ranges.ts";

/** How far below the top of the band a place is set when it is scrolled to, in CSS pixels: as `scroll-padding` in `styles/base.css` has it. */
const BREATHING_SPACE = 12;

/** Down the window, of which `shell/covered.ts` says what the bars cover. */
const DOWN: Flow = {
  unroll: (box) => box,
  view() {
    const style = getComputedStyle(document.documentElement);
    const covered = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    return { top: covered("--covered-start"), bottom: innerHeight - covered("--covered-end") };
  },
  offset: () => scrollY,
  moveBy: (top, behavior = "instant") => scrollBy({ top, behavior }),
  show: (box) => DOWN.moveBy(box ? box.top - DOWN.view().top - BREATHING_SPACE : -scrollY),
};

let flow = DOWN;

/** How the text goes through the window at the moment. */
export function currentFlow(): Flow {
  return flow;
}

/** Another way to go through the window; without one, down it. Where the text is, is for the caller to set anew. */
export function setFlow(next: Flow = DOWN): void {
  flow = next;
}

/** The part of the window in which text shows, in CSS pixels, as if the text ran down: see `flow.ts`. */
export function visibleBand(): { top: number; bottom: number } {
  return flow.view();
}

const unrolled = (box: DOMRect | undefined): Box | undefined => box && flow.unroll(box);

/**
 * The first sentence that shows at the top of the visible band: where the eye takes up reading after the page was opened
 * here. Offsets are sentence starts. Undefined where no text is in the page. `current` is kept while it begins on the first line:
 * the end of the sentence before stands there too, and opening an article at its place must not move that place.
 */
export function positionInView(leaves: readonly Leaf[], articleLang: string, current: Position): Position | undefined {
  if (flow.placeOnPage) return flow.placeOnPage(leaves, articleLang, current);
  const line = flow.view().top + BREATHING_SPACE / 2;
  const begins = unrolled(firstLine(current));
  if (begins && begins.bottom > line && 2 * begins.top < line + begins.bottom) return current;
  const beyond = (box: DOMRect | undefined) => (unrolled(box)?.bottom ?? -Infinity) > line;
  const shown = ({ number }: Leaf) => beyond(leafElement(number)?.getBoundingClientRect());
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shown(leaves[middle]!)) high = middle;
    else low = middle + 1;
  }
  const leaf = leaves[low];
  if (!leaf) return undefined;
  for (const span of sentences(leaf.text, leaf.lang ?? articleLang)) {
    if (beyond(rangeOf(leaf.number, span)?.getBoundingClientRect())) return { block: leaf.number, offset: span.start };
  }
  return { block: leaf.number, offset: 0 };
}

/** Whether the last line of the text is in view: the reader has come to the end, however tall the window. */
export function endInView(leaves: readonly Leaf[]): boolean {
  const last = leaves.findLast((leaf) => !leaf.inNote);
  const end = last && unrolled(Array.from(leafElement(last.number)?.getClientRects() ?? []).at(-1));
  return end !== undefined && end.bottom <= flow.view().bottom + 1;
}

/** How far the text had been moved when it was put where it is; undefined once the reader has moved it. */
let placed: number | undefined;

/**
 * Whether the reader has scrolled since the page was put where it is. To be put there is not reading: near its end an article cannot
 * show every place at the top of the window.
 */
export function hasMoved(): boolean {
  if (placed !== undefined && Math.abs(flow.offset() - placed) >= 1) placed = undefined;
  return placed === undefined;
}

/** Takes the page as it stands for put there. */
export function stayHere(): void {
  placed = flow.offset();
}

/** Sets a position at the top of the visible band, at once; in pages, shows the one it is on. The start of the article is the top of the page. */
export function scrollToPosition(position: Position): void {
  const isStart = !(position.block || position.offset);
  const box = isStart ? undefined : firstLine(position);
  if (isStart || box) flow.show(box);
  stayHere();
}

/** The box of the first line at a position, relative to the window. */
export function firstLine(position: Position): DOMRect | undefined {
  const range = rangeOf(position.block, { start: position.offset, end: position.offset + 1 });
  return range?.getClientRects()[0] ?? leafElement(position.block)?.getClientRects()[0];
}
