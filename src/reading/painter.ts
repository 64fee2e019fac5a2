import type { Span } from "#domain/position.ts";
import { clearBoxes, paintBoxes } from "./paint-boxes.ts";
import { rangeOf } from "./ranges.ts";

export type Paint = "sentence" | "word";

/**
 * Paints spans of a leaf of the open article, or takes the paint away where there are none. Uses the CSS Custom Highlight API: no element
 * of the text changes, so selection, find and screen readers notice nothing
 * (https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API). Where it is missing, boxes lie behind the text.
 */
export function paint(what: Paint, block: number, spans: readonly Span[]): void {
  const ranges = spans.map((span) => rangeOf(block, span)).filter((range) => range !== undefined);
  if (!("highlights" in CSS)) return paintBoxes(what, ranges);
  if (ranges.length === 0) {
    CSS.highlights.delete(what);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = what === "word" ? 1 : 0;
  CSS.highlights.set(what, highlight);
}

export function clearPaint(): void {
  if (!("highlights" in CSS)) return clearBoxes();
  CSS.highlights.delete("sentence");
  CSS.highlights.delete("word");
}
