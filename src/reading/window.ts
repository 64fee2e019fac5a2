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
 * here. Offsets are sentence starts. Undefined where no text is in the page.
 */
export function positionInView(leaves: readonly Leaf[], articleLang: string): Position | undefined {
  const line = visibleBand().top + BREATHING_SPACE / 2;
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

/** Sets a position at the top of the visible band, at once. The start of the article is the top of the page. */
export function scrollToPosition(position: Position): void {
  if (position.block === 0 && position.offset === 0) {
    scrollTo({ top: 0, behavior: "instant" });
    return;
  }
  const rect = firstLine(position);
  if (rect) scrollBy({ top: rect.top - visibleBand().top - BREATHING_SPACE, behavior: "instant" });
}

/** The box of the first line at a position, relative to the window. */
export function firstLine(position: Position): DOMRect | undefined {
  const range = rangeOf(position.block, { start: position.offset, end: position.offset + 1 });
  return range?.getClientRects()[0] ?? leafElement(position.block)?.getBoundingClientRect();
}
