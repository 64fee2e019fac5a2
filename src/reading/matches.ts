import type { Match } from "#domain/find.ts";
import type { Position } from "#domain/position.ts";
import { leafElement, rangeOf } from "./ranges.ts";
import { firstLine, scrollToPosition, unrolled, visibleBand } from "./window.ts";

/** At most so many places are painted, around the current one: more would be a coloured page, and slow. */
const PAINTED = 2000;

/** Paints what was found, and the one that is current (an index) in its own way; over what a voice paints. See `painter.ts`. */
export function paintMatches(matches: readonly Match[], current: number): void {
  if (!("highlights" in CSS)) return;
  const ranges: Range[] = [];
  const from = Math.max(0, Math.min(current - PAINTED / 2, matches.length - PAINTED));
  matches.slice(from, from + PAINTED).forEach((match, i) => {
    const range = from + i === current ? undefined : rangeOf(match.block, match);
    if (range) ranges.push(range);
  });
  const match = matches[current];
  const range = match && rangeOf(match.block, match);
  set("found", ranges, 2);
  set("found-current", range ? [range] : [], 3);
}

export function clearMatches(): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete("found");
  CSS.highlights.delete("found-current");
}

function set(name: string, ranges: readonly Range[], priority: number): void {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** Scrolls the table, code or formula that a match is in, where it scrolls by itself, so that the match shows. */
export function revealInScroller({ block, start, end }: Match): void {
  const scroller = leafElement(block)?.closest<HTMLElement>(".table-scroller, pre, .math");
  const rect = scroller && rangeOf(block, { start, end })?.getBoundingClientRect();
  if (!rect) return;
  const box = scroller.getBoundingClientRect();
  if (rect.left >= box.left && rect.right <= box.right) return;
  scroller.scrollBy({ left: rect.left - box.left - box.width / 3, behavior: "instant" });
}

/** Brings a position into view, and leaves the page where it is when the position shows already: not under a bar, not behind a keyboard on the screen. */
export function showPosition(position: Position): void {
  const line = unrolled(firstLine(position));
  const { top, bottom } = visibleBand();
  const end = Math.min(bottom, visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight);
  if (!line || line.top < top || line.bottom > end) scrollToPosition(position);
}
