import { type Band, type FlowAxis, middle } from "./flow-axis.ts";

/**
 * The lines a range of text is set in, in reading order. A line is what stands side by side: superior figures and letters of another
 * font belong to it. With half of the leading at either edge the lines of a paragraph touch each other.
 */
export function linesOf(range: Range, axis: FlowAxis, lineHeight: number): Band[] {
  const pieces = Array.from(boxesOf(range), axis.band)
    .filter(({ start, end, from, to }) => end > start && to > from)
    .toSorted((a, b) => a.start - b.start);
  const lines: Band[] = [];
  for (const piece of pieces) {
    const line = lines.findLast((other) => sideBySide(other, piece));
    if (!line) {
      lines.push({ ...piece });
      continue;
    }
    line.start = Math.min(line.start, piece.start);
    line.end = Math.max(line.end, piece.end);
    line.from = Math.min(line.from, piece.from);
    line.to = Math.max(line.to, piece.to);
  }
  return lines
    .map((line) => {
      const leading = Math.max(0, (lineHeight - (line.end - line.start)) / 2);
      return { ...line, start: line.start - leading, end: line.end + leading };
    })
    .toSorted((a, b) => middle(a) - middle(b));
}

/** Neighbouring lines that are set tight overlap a little; pieces of one line do by more than half of the smaller. */
function sideBySide(a: Band, b: Band): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > Math.min(a.end - a.start, b.end - b.start) / 2;
}

/** In CSS pixels; 0 where the font decides. */
export function lineHeightOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).lineHeight) || 0;
}

/** The boxes of text and pictures only: a range also yields those of the elements in it, and a table's cell is as high as its row. */
function* boxesOf(range: Range): Generator<DOMRect> {
  const root = range.commonAncestorContainer;
  const piece = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    if (node instanceof HTMLImageElement) yield node.getBoundingClientRect();
    if (!(node instanceof Text)) continue;
    piece.setStart(node, node === range.startContainer ? range.startOffset : 0);
    piece.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
    yield* piece.getClientRects();
  }
}
