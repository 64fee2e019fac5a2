import type { Position, Span } from "#domain/position.ts";
import { leafElementId, OBJECT_REPLACEMENT } from "#domain/text.ts";

/** The element of a leaf in the open article. */
export function leafElement(number: number): HTMLElement | undefined {
  return document.getElementById(leafElementId(number)) ?? undefined;
}

/**
 * The DOM range of a span of a leaf's text, or undefined where the leaf is not in the page. Offsets past the end are held at
 * the end. Does not change the DOM. With `range` it is that one, moved there.
 */
export function rangeOf(block: number, span: Span, range = document.createRange()): Range | undefined {
  const element = leafElement(block);
  if (!element) return undefined;
  if (isObject(element)) {
    range.selectNode(element);
    return range;
  }
  const start = pointAt(element, span.start);
  const end = span.end === span.start ? start : pointAt(element, span.end);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The position in the text projection of a DOM point, or undefined outside every leaf. */
export function positionOf(node: Node, offset: number): Position | undefined {
  const start = node instanceof Element ? node : node.parentElement;
  const element = start?.closest<HTMLElement>("[id^='b']");
  const block = Number(element?.id.slice(1));
  if (!element || !Number.isInteger(block)) return undefined;
  let at = 0;
  for (const piece of pieces(element)) {
    if (piece === node) return { block, offset: at + Math.min(offset, lengthOf(piece)) };
    // A place inside a formula is that of the formula.
    if (piece.contains(node)) break;
    const place = node.compareDocumentPosition(piece);
    const beyond =
      node instanceof Element && node.contains(piece)
        ? !before(node, offset, piece)
        : place & Node.DOCUMENT_POSITION_FOLLOWING;
    if (beyond) break;
    at += lengthOf(piece);
  }
  return { block, offset: at };
}

/** Whether `piece` lies in one of the first `offset` children of `parent`. */
function before(parent: Element, offset: number, piece: Node): boolean {
  for (let i = 0; i < offset; i++) if (parent.childNodes[i]?.contains(piece)) return true;
  return false;
}

/**
 * The pieces of the leaf that was last asked for: the words of a sentence are looked up one after the other. Held by the element, so that
 * nothing of an article is kept when it has gone.
 */
let known = new WeakMap<Element, { piece: Text | Element; length: number }[]>();

function pointAt(element: Element, offset: number): { node: Node; offset: number } {
  const kept = known.get(element);
  const found = kept?.length && findIn(kept, element, offset);
  if (found) return found;
  const anew = Array.from(pieces(element), (piece) => ({ piece, length: lengthOf(piece) }));
  known = new WeakMap([[element, anew]]);
  return findIn(anew, element, offset)!;
}

/** Undefined where the text has been parted otherwise since the pieces were listed. */
function findIn(
  list: readonly { piece: Text | Element; length: number }[],
  element: Element,
  offset: number,
): { node: Node; offset: number } | undefined {
  let at = 0;
  for (const { piece, length } of list) {
    const isText = piece instanceof Text;
    if (offset > (isText ? at + length : at) && piece !== list.at(-1)!.piece) {
      at += length;
      continue;
    }
    if (!element.contains(piece) || lengthOf(piece) !== length) return undefined;
    if (isText) return { node: piece, offset: Math.min(Math.max(offset - at, 0), length) };
    return { node: piece.parentNode!, offset: indexIn(piece) + (offset <= at ? 0 : 1) };
  }
  return { node: element, offset: 0 };
}

/** Pictures and formulas are one character each. */
function isObject(node: Node): node is Element {
  return node.nodeName === "IMG" || node.nodeName === "math";
}

/** What counts as text, in order: text nodes, line breaks, images, formulas. The same as the projection in `domain/text.ts`. */
function* pieces(element: Element): Generator<Text | Element> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node.nodeName === "RT" || isObject(node.parentNode!) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
    else if (node instanceof Element && (node instanceof HTMLBRElement || isObject(node))) yield node;
  }
}

function lengthOf(piece: Text | Element): number {
  return piece instanceof Text ? piece.length : OBJECT_REPLACEMENT.length;
}

function indexIn(node: Node): number {
  return Array.prototype.indexOf.call(node.parentNode!.childNodes, node);
}
