import type { Kept } from "./readability.ts";
import { piecesOf } from "./readability.ts";
import { densest, LARGE, type Prose } from "./prose.ts";
import { isBoilerplate, isDiscussion, isWorthKeeping } from "./boilerplate.ts";

/** Where in a page its article is. */
export interface Region {
  /** The smallest element that all of it is in. */
  root: Element;
  /** The largest elements in it that are no part of the article, with the reason. */
  out: ReadonlyMap<Element, Reason>;
}

/** Why something is no part of the article. */
export type Reason = "outside" | "extractor" | "boilerplate";

/** Less of a page's running text than this is too little to be its article. */
const TOO_LITTLE = 0.33;

/** The region around what an extractor kept, less what is known not to be text of an article, with what it dropped by mistake. */
export function regionOf(page: Document, kept: Kept, prose: Prose): Region | undefined {
  const common = commonAncestor([...kept]);
  const dense = densest(page, prose);
  const amount = (element: Element | undefined) => (element && prose.get(element)) ?? 0;
  if (!common || amount(common) < TOO_LITTLE * amount(dense)) {
    return amount(dense) > 0
      ? { root: dense, out: sifted(dense, new Set(piecesOf(dense))) }
      : common && { root: common, out: sifted(common, kept) };
  }
  return { root: common, out: sifted(common, kept) };
}

function sifted(root: Element, kept: Kept): Map<Element, Reason> {
  const counts = countKept(root, kept);
  const out = new Map<Element, Reason>();
  const most = (counts.get(root) ?? 0) * LARGE;
  const sift = (element: Element, depth: number) => {
    for (const child of element.children) {
      const has = counts.get(child) ?? 0;
      if ((has <= most || isDiscussion(child)) && isBoilerplate(child)) out.set(child, "boilerplate");
      else if (has > 0) {
        if (depth < 500) sift(child, depth + 1);
      } else if (!isWorthKeeping(child) && piecesOf(child).length > 0) out.set(child, "extractor");
    }
  };
  sift(root, 0);
  return out;
}

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
