import { sentences } from "#domain/segment.ts";
import type { LineFocus } from "#domain/settings.ts";
import { rangeOf } from "../ranges.ts";
import type { Band, FlowAxis } from "./flow-axis.ts";
import { lineHeightOf, linesOf } from "./lines.ts";
import type { TextBlock } from "./text-blocks.ts";

/** One step of reading, by its lines in the window: a line, a sentence or a paragraph. */
export type Step = readonly Band[];

/** The steps of a block, as it is set now. A block of which nothing is shown has none. */
export function stepsOf({ element, leaf }: TextBlock, focus: LineFocus, lang: string, axis: FlowAxis): Step[] {
  const lineHeight = lineHeightOf(element);
  const whole = document.createRange();
  if (element instanceof HTMLImageElement) whole.selectNode(element);
  else whole.selectNodeContents(element);
  if (focus === "sentence" && leaf && leaf.kind !== "image") {
    const steps = sentences(leaf.text, leaf.lang ?? lang).map((span) => {
      const range = rangeOf(leaf.number, span);
      return range ? linesOf(range, axis, lineHeight) : [];
    });
    return steps;
  }
  const lines = linesOf(whole, axis, lineHeight);
  if (lines.length === 0) return [];
  return focus === "sentence" || focus === "paragraph" ? [lines] : lines.map((line) => [line]);
}
