import type { Span } from "#domain/position.ts";
import { boxedRanges, clearBoxes, paintBoxes } from "./paint-boxes.ts";
import { spokenRange } from "./spoken-range.ts";

export type Paint = "sentence" | "word";

/** What the browser is given, made once: a word is painted three times a second. */
interface Painted {
  highlight: Highlight;
  ranges: Range[];
  /** The browser has it. */
  shown: boolean;
}

const made = new Map<Paint, Painted>();

/**
 * Paints spans of a leaf, or of the heading, of the open article, or takes the paint away where there are none. Uses the CSS Custom Highlight API: no element
 * of the text changes, so selection, find and screen readers notice nothing
 * (https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API). Where it is missing, boxes lie behind the text.
 */
export function paint(what: Paint, block: number, spans: readonly Span[]): void {
  if (!("highlights" in CSS)) {
    return paintBoxes(
      what,
      spans.map((span) => spokenRange(block, span)).filter((range) => range !== undefined),
    );
  }
  const paint = makeOnce(what);
  const { highlight, ranges } = paint;
  // One that is painted already is only moved.
  if (ranges.length !== 1 || spans.length !== 1 || !spokenRange(block, spans[0]!, ranges[0])) {
    highlight.clear();
    ranges.length = 0;
    for (const span of spans) {
      const range = spokenRange(block, span);
      if (range) ranges.push(range);
    }
    for (const range of ranges) highlight.add(range);
  }
  if (paint.shown === ranges.length > 0) return;
  paint.shown = !paint.shown;
  if (paint.shown) CSS.highlights.set(what, highlight);
  else CSS.highlights.delete(what);
}

/** Whether something is painted so, on text that is still in the page. */
export function isPainted(what: Paint): boolean {
  const [range] = !("highlights" in CSS) ? boxedRanges(what) : made.get(what)?.shown ? made.get(what)!.ranges : [];
  return range !== undefined && range.startContainer.isConnected && !range.collapsed;
}

export function clearPaint(): void {
  if (!("highlights" in CSS)) return clearBoxes();
  for (const [what, paint] of made) {
    paint.shown = false;
    CSS.highlights.delete(what);
  }
}

function makeOnce(what: Paint): Painted {
  let paint = made.get(what);
  if (!paint) {
    paint = { highlight: new Highlight(), ranges: [], shown: false };
    paint.highlight.priority = what === "word" ? 1 : 0;
    made.set(what, paint);
  }
  return paint;
}
