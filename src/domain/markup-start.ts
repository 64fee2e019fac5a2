/**
 * What may stand before the first element of a document. Piece by piece: one pattern for any number of pieces would try every way of
 * taking many comments together, and there are two to the power of their number.
 */
const PIECE = /[\s\uFEFF]+|<!--[^]*?-->|<\?[^>]*>|<!doctype[^>[]*(?:\[[^\]]*\][^>]*)?>/iy;

/** A text without the blanks, comments, declarations and processing instructions that it begins with. In the time that one look at them takes. */
export function afterProlog(text: string): string {
  PIECE.lastIndex = 0;
  let at = 0;
  while (PIECE.test(text)) at = PIECE.lastIndex;
  return text.slice(at);
}
