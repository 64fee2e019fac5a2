import type { Span } from "#domain/position.ts";
import { rangeOf } from "./ranges.ts";

export type Paint = "sentence" | "word";

/**
 * Paints a span of the open article, or takes the paint away. Uses the CSS Custom Highlight API: no element of the text
 * changes, so selection, find and screen readers notice nothing (https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API).
 * A browser without it speaks all the same and paints nothing.
 */
export function paint(what: Paint, block: number, span: Span | undefined): void {
  if (!("highlights" in CSS)) return;
  const range = span && rangeOf(block, span);
  if (!range) {
    CSS.highlights.delete(what);
    return;
  }
  const highlight = new Highlight(range);
  highlight.priority = what === "word" ? 1 : 0;
  CSS.highlights.set(what, highlight);
}

export function clearPaint(): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete("sentence");
  CSS.highlights.delete("word");
}
