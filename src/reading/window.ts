import { sentences } from "#domain/segment.ts";
import type { Position } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";
import { leafElement, rangeOf } from "./ranges.ts";

/** The part of the window that no bar covers, in CSS pixels from its top. `shell/covered.ts` keeps the custom properties. */
export function visibleBand(): { top: number; bottom: number } {
  const style = getComputedStyle(document.documentElement);
  const covered = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  return { top: covered("--covered-start"), bottom: innerHeight - covered("--covered-end") };
}

/** How far below the top of the band a place is set when it is scrolled to, in CSS pixels: as `scroll-padding` in `styles/base.css` has it. */
const BREATHING_SPACE = 12;

/**
 * The first sentence that shows at the top of the visible band: where the eye takes up reading after the page was opened
 * here. Offsets are sentence starts. Undefined where no text is in the page. `current` is kept while it begins on the first line:
 * the end of the sentence before stands there too, and opening an article at its place must not move that place.
 */
export function positionInView(leaves: readonly Leaf[], articleLang: string, current: Position): Position | undefined {
  const line = visibleBand().top + BREATHING_SPACE / 2;
  const begins = firstLine(current);
  if (begins && begins.bottom > line && begins.top < line + begins.height) return current;
  const shown = (leaf: Leaf) => {
    const element = leafElement(leaf.number);
    return element !== undefined && element.getBoundingClientRect().bottom > line;
  };
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
    const bottom = rangeOf(leaf.number, span)?.getBoundingClientRect().bottom;
    if (bottom !== undefined && bottom > line) return { block: leaf.number, offset: span.start };
  }
  return { block: leaf.number, offset: 0 };
}

/** Whether the last line of the text is in view: the reader has come to the end, however tall the window. */
export function endInView(leaves: readonly Leaf[]): boolean {
  const last = leaves.findLast((leaf) => !leaf.inNote);
  const bottom = last && leafElement(last.number)?.getBoundingClientRect().bottom;
  return bottom !== undefined && bottom <= visibleBand().bottom + 1;
}

/** How far the page was scrolled when it was put where it is, in CSS pixels; undefined once the reader has moved it. */
let placed: number | undefined;

/**
 * Whether the reader has scrolled since the page was put where it is. To be put there is not reading: near its end an article cannot
 * show every place at the top of the window.
 */
export function hasMoved(): boolean {
  if (placed !== undefined && Math.abs(scrollY - placed) >= 1) placed = undefined;
  return placed === undefined;
}

/** Takes the page as it stands for put there. */
export function stayHere(): void {
  placed = scrollY;
}

/** Sets a position at the top of the visible band, at once. The start of the article is the top of the page. */
export function scrollToPosition(position: Position): void {
  const rect = firstLine(position);
  if (position.block === 0 && position.offset === 0) scrollTo({ top: 0, behavior: "instant" });
  else if (rect) scrollBy({ top: rect.top - visibleBand().top - BREATHING_SPACE, behavior: "instant" });
  stayHere();
}

/** The box of the first line at a position, relative to the window. */
export function firstLine(position: Position): DOMRect | undefined {
  const range = rangeOf(position.block, { start: position.offset, end: position.offset + 1 });
  return range?.getClientRects()[0] ?? leafElement(position.block)?.getBoundingClientRect();
}
