/** How long speaking can take: limits for telling silence from speech, not estimates. */
import type { Span } from "#domain/position.ts";

/** Letters of the Latin alphabet and spaces count one; anything else may be a syllable, a word (digits) or several (emoji). */
function weight(text: string): number {
  const plain = text.match(/[a-z\s]/gi)?.length ?? 0;
  return plain + 4 * (text.length - plain);
}

/**
 * Longer than any voice takes for the text, in milliseconds: eight letters a second at rate 1 (usual voices speak fifteen), and
 * five seconds more. Some platforms stop at twice the usual pace whatever they are asked for.
 */
export function longestTime(text: string, rate: number): number {
  return (weight(text) / 8 / Math.min(rate, 2) + 5) * 1000;
}

/** Whether `ms` is too short for any voice to have said the text: 200 letters a second. Short texts always pass. */
export function tooQuick(text: string, ms: number): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= 30 && ms < letters * 5;
}

/**
 * The text in pieces that take at most about twelve seconds each, cut after punctuation, else after a space, else anywhere between
 * characters. The pieces are contiguous and cover the text.
 */
export function shortPieces(text: string, rate: number): Span[] {
  const limit = 150 * Math.min(rate, 2);
  const pieces: Span[] = [];
  let start = 0;
  while (weight(text.slice(start)) > limit) {
    const piece = beginning(text.slice(start), limit);
    const clause = /^.*[;:,，、；：–—]\s*/su.exec(piece)?.[0].length ?? 0;
    const words = /^.*\s/su.exec(piece)?.[0].length ?? 0;
    const length = clause > piece.length / 2 ? clause : words || piece.length;
    pieces.push({ start, end: start + length });
    start += length;
  }
  if (start < text.length || pieces.length === 0) pieces.push({ start, end: text.length });
  return pieces;
}

/** As many whole characters from the start as `limit` allows, at least one. */
function beginning(text: string, limit: number): string {
  let taken = "";
  let used = 0;
  for (const character of text) {
    used += weight(character);
    if (used > limit && taken) break;
    taken += character;
  }
  return taken;
}
