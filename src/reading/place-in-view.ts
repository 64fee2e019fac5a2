import { sentences } from "#domain/segment.ts";
import type { Position } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";
import { leafElement, rangeOf } from "./ranges.ts";
import { BREATHING_SPACE, currentFlow, firstLine, unrolled } from "./window.ts";

/**
 * The first sentence that shows at the top of the visible band: where the eye takes up reading after the page was opened
 * here. Offsets are sentence starts. Undefined where no text is in view. `current` is kept while it begins on the first line:
 * the end of the sentence before stands there too, and opening an article at its place must not move that place.
 */
export function positionInView(leaves: readonly Leaf[], articleLang: string, current: Position): Position | undefined {
  const flow = currentFlow();
  if (flow.placeOnPage) return flow.placeOnPage(leaves, articleLang, current);
  const line = flow.view().top + BREATHING_SPACE / 2;
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
