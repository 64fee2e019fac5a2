import type { Span } from "#domain/position.ts";
import type { STANDFIRST, TITLE } from "#domain/utterances.ts";
import { rangeOf } from "./ranges.ts";

/** Each has one text in it, as `rendering/` makes it. */
const BEFORE_TEXT: Readonly<Record<typeof TITLE | typeof STANDFIRST, string>> = {
  [-2]: "#title",
  [-1]: "#article .standfirst",
};

/** The range of what is spoken: as `rangeOf`, and in the title and the standfirst as well. */
export function spokenRange(block: number, span: Span, range = document.createRange()): Range | undefined {
  // Asked three times a second: leaves, which nearly all are, are told by the sign.
  if (block >= 0) return rangeOf(block, span, range);
  const text = document.querySelector(BEFORE_TEXT[block as typeof TITLE | typeof STANDFIRST])?.firstChild;
  if (!(text instanceof Text)) return undefined;
  range.setStart(text, Math.min(span.start, text.length));
  range.setEnd(text, Math.min(span.end, text.length));
  return range;
}
