import type { Span } from "./position.ts";
import type { Utterance } from "./utterances.ts";

/**
 * What of a leaf's text these utterances of it say, in order: what is to be painted. What is left out lies between the spans; white
 * space and what has no width on the page does not part them.
 */
export function saidSpans(text: string, utterances: readonly Utterance[]): Span[] {
  const spans: Span[] = [];
  const take = (start: number, end: number) => {
    if (start >= end) return;
    const last = spans.at(-1);
    // Several utterances can stand for the same: a picture with a long description.
    if (last && start < last.end) spans[spans.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else if (last && !/[^\s\p{Cf}]/u.test(text.slice(last.end, start))) spans[spans.length - 1] = { ...last, end };
    else spans.push({ start, end });
  };
  for (const { span, edits, announces } of utterances) {
    if (announces) continue;
    let at = span.start;
    for (const { spoken, source } of edits) {
      take(at, spoken.start === spoken.end ? source.start : source.end);
      at = source.end;
    }
    take(at, span.end);
  }
  return spans;
}
