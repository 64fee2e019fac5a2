import type { Position } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";
import type { Box, Flow } from "./flow.ts";
import { leafElement, rangeOf } from "./ranges.ts";

/** How far below the top of the band a place is set when it is scrolled to, in CSS pixels: as `scroll-padding` in `styles/base.css` has it. */
export const BREATHING_SPACE = 12;

/** Down the window, of which `shell/covered.ts` says what the bars cover, and `ui/finding/AtFoot.tsx` what a note does. */
const DOWN: Flow = {
  unroll: (box) => box,
  view() {
    const style = getComputedStyle(document.documentElement);
    const covered = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    return { top: covered("--covered-start"), bottom: innerHeight - covered("--covered-end") - covered("--noted") };
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

/** A box as if the text ran down: see `flow.ts`. */
export const unrolled = (box: DOMRect | undefined): Box | undefined => box && flow.unroll(box);

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

/** Whether the reader has moved the text, and where to is still to be found out and told. */
let underway = false;

/** Tells whether the place that is known is older than what the window shows. */
export function setUnderway(is: boolean): void {
  underway = is;
}

let leaders = 0;

/** From now on it is not the top of the window that says where one reads, until what this returns is called. */
export function leadPosition(): () => void {
  leaders++;
  return () => void leaders--;
}

/** Whether something else says so, which `leadPosition` was called for. */
export function isLed(): boolean {
  return leaders > 0;
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
  const isStart = !(position.block || position.offset);
  const box = isStart ? undefined : firstLine(position);
  if (isStart || box) flow.show(box);
  else if (document.readyState === "loading" || document.querySelector("[data-growing]"))
    waiting = requestAnimationFrame(() => !hasMoved() && scrollToPosition(position));
  stayHere();
}

/** Sets a position again after the text has changed its shape by itself; not where the reader is on the way to another. */
export function returnToPosition(position: Position): void {
  if (!underway) scrollToPosition(position);
}

/** The box of the first line at a position, relative to the window. */
export function firstLine(position: Position): DOMRect | undefined {
  const range = rangeOf(position.block, { start: position.offset, end: position.offset + 1 });
  const boxes = Array.from(range?.getClientRects() ?? []);
  // A range that begins at the end of a line, or of a page, has an empty box there.
  return (
    boxes.find(({ width, height }) => width && height) ?? boxes[0] ?? leafElement(position.block)?.getClientRects()[0]
  );
}
