import { landmarkAround, LANDMARKS } from "./landmarks.ts";
import type { Kept } from "./readability.ts";
import { keptByReadability, piecesOf } from "./readability.ts";
import { densest, LARGE, type Prose, proseOf } from "./prose.ts";
import { isBoilerplate, isDiscussion, isWorthKeeping, lengthOf } from "./boilerplate.ts";

/** Where in a page its article is. */
export interface Region {
  /** The smallest element that all of it is in. */
  root: Element;
  /** Whether an element in it is no part of the article. */
  isOut(element: Element): boolean;
  reasons?: ReadonlyMap<Element, Reason>;
}

/** Why something is no part of the article: it stands elsewhere in the page, the extractor left it out, it looks like a bar or a tail, the page hides it, or the reader dropped it. */
export type Reason = "outside" | "extractor" | "boilerplate" | "hidden" | "reader";

/** Less of a page's running text than this is too little to be its article. */
const TOO_LITTLE = 0.33;
/** A page with less running text than this, in Latin letters, may be made of lines that are none, as those of poems. */
const FEW_LINES = 1000;

/**
 * The region around what an extractor kept, less what is known not to be text of an article, with what it dropped by mistake; or, where
 * that is little of the page's running text, the region in which most of that is; or, on a page of little running text, its landmark.
 */
function regionOf(page: Document, kept: Kept, prose: Prose): Region | undefined {
  const common = commonAncestor([...kept]);
  const dense = densest(page, prose);
  const amount = (element: Element | undefined) => (element ? prose.in(element) : 0);
  const isLittle = amount(dense) > 0 && (!common || amount(common) < TOO_LITTLE * amount(dense));
  const around = amount(page.body) < FEW_LINES ? landmarkAround(isLittle ? dense : common) : undefined;
  if (around) return regionWithin(around);
  if (isLittle) return regionWithin(dense);
  // Lines too short to be running text, as those of poems: the page itself says where they are.
  const landmark = amount(dense) === 0 ? page.querySelector(LANDMARKS) : null;
  if (landmark && piecesOf(landmark).length > 0) return regionWithin(landmark);
  return common && withReasons(common, sifted(common, kept));
}

/** The region that importing takes. */
export function usualRegion(page: Document): Region | undefined {
  const prose = proseOf(page);
  return regionOf(page, keptByReadability(page, prose.apart), prose);
}

/** A whole element but for what is known not to be text of an article. */
export function regionWithin(root: Element): Region {
  return withReasons(root, sifted(root, new Set(piecesOf(root))));
}

function withReasons(root: Element, reasons: ReadonlyMap<Element, Reason>): Region {
  return { root, reasons, isOut: (element) => reasons.has(element) };
}

function sifted(root: Element, kept: Kept): Map<Element, Reason> {
  const counts = countKept(root, kept);
  const out = new Map<Element, Reason>();
  const most = (counts.get(root) ?? 0) * LARGE;
  const sift = (element: Element, depth: number) => {
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
      // The walk takes nothing of these but pictures, which the extractor is not shown.
      if (child.localName === "noscript") continue;
      const has = counts.get(child) ?? 0;
      if ((has <= most || isDiscussion(child)) && isBoilerplate(child)) out.set(child, "boilerplate");
      else if (has > 0) {
        if (depth < 500) sift(child, depth + 1);
      } else if (isHeadOver(child, counts)) sift(child, depth + 1);
      else if (!isWorthKeeping(child) && piecesOf(child).length > 0) out.set(child, "extractor");
    }
  };
  sift(root, 0);
  return out;
}

/** Whether an element is a box around a heading of what was kept: with a time, or a link to it, or nothing. */
function isHeadOver(element: Element, counts: ReadonlyMap<Element, number>): boolean {
  const next = element.nextElementSibling;
  const heading = element.querySelector("h2, h3, h4");
  if (!heading || !next || !counts.get(next) || !isWorthKeeping(heading)) return false;
  return lengthOf(element) < lengthOf(heading) + BESIDE_HEADING;
}

/** What may stand beside a heading in its box, in letters. */
const BESIDE_HEADING = 40;

/** How much of what was kept is in each element, in letters; a picture counts for one. */
function countKept(root: Element, kept: Kept): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const piece of kept) {
    const weight = piece.nodeValue?.length ?? 1;
    let at = piece.nodeType === Node.ELEMENT_NODE ? (piece as Element) : piece.parentElement;
    for (; at; at = at === root ? null : at.parentElement) counts.set(at, (counts.get(at) ?? 0) + weight);
  }
  return counts;
}

function commonAncestor([first, ...others]: Node[]): Element | undefined {
  let ancestor = first?.parentElement ?? undefined;
  for (const other of others)
    while (ancestor && !ancestor.contains(other)) ancestor = ancestor.parentElement ?? undefined;
  return ancestor;
}
