import type { Span } from "./position.ts";
import { segmenter } from "./segmenters.ts";

/** Places to breathe, best first. Each matches what stays before the cut. */
const PAUSES: readonly RegExp[] = [/[;:]\s+|[；：]\s*|\s[—–]\s|—/g, /[,،]\s+|[、，]\s*/g, /\s+/g];

/**
 * A stretch of text in pieces of at most `limit` UTF-16 units: voices fail on long input, and a highlight of half a screen
 * helps nobody. The pieces touch, cover the span and are of similar length; they end at semicolons or colons, else commas, else
 * spaces, else between words.
 */
export function splitLong(text: string, span: Span, limit: number): Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > limit) {
    const left = span.end - start;
    const cut = bestCut(text, start, start + limit, start + Math.ceil(left / Math.ceil(left / limit)));
    pieces.push({ start, end: cut });
    start = cut;
  }
  pieces.push({ start, end: span.end });
  return pieces;
}

/** The best place to cut after `from` and not past `to`, near `target`. */
function bestCut(text: string, from: number, to: number, target: number): number {
  const window = text.slice(from, to);
  const earliest = (target - from) / 2;
  for (const pause of PAUSES) {
    let best = 0;
    for (const { 0: match, index } of window.matchAll(pause)) {
      const cut = index + match.length;
      if (cut >= earliest && Math.abs(from + cut - target) < Math.abs(from + best - target)) best = cut;
    }
    if (best > 0) return from + best;
  }
  let cut = 0;
  // One unit more than may be used, so that the last word is not taken for whole when it is not.
  for (const granularity of ["word", "grapheme"] as const) {
    for (const { index } of segmenter("und", granularity).segment(text.slice(from, to + 1))) cut = Math.max(cut, index);
    if (cut > 0) return from + cut;
  }
  return to;
}
