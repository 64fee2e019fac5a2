import { cut, isHidden } from "./blocks/elements.ts";
import { isBoilerplate } from "./extraction/boilerplate.ts";
import { densest, proseOf } from "./extraction/prose.ts";
import { type Reason, type Region, regionWithin } from "./extraction/region.ts";
import { regionWithBody } from "./extraction/structured-body.ts";

/** `usual`: what importing took. `other`: where most of the running text is. `everything`: the page without its menus and tails. */
export type RepairExtractor = "usual" | "other" | "everything";

/** The first of the regions is the page with all that is on it; of others what belongs to no article is left out. */
export const WHOLE = 0;

/** The region that an element is. */
export function regionOf(page: Document, root: Element): Region {
  return root === page.body ? { root, isOut: () => false } : regionWithin(root);
}

export function regionBy(page: Document, extractor: RepairExtractor): Region | undefined {
  switch (extractor) {
    case "usual":
      return regionWithBody(page, undefined);
    case "other":
      return regionWithin(densest(page, proseOf(page)));
    case "everything":
      return { root: page.body, isOut: isBoilerplate };
  }
}

/** Why a region does not have a piece of the page; undefined where it has. */
export function reasonOf(piece: Element, region: Region | undefined): Reason | undefined {
  for (let at: Element | null = piece; at; at = at.parentElement) if (isHidden(at)) return "hidden";
  if (!region || !region.root.contains(piece)) return "outside";
  for (let at: Element | null = piece; at && at !== region.root; at = at.parentElement) {
    if (region.isOut(at)) return region.reasons?.get(at) ?? "boilerplate";
  }
  return undefined;
}

const REGIONS = 'main, [role="main"], article, section, [itemprop~="articleBody"], td, div';
const MOST_REGIONS = 12;
const LEAST_WORDS = 50;

/** Parts of the page with text enough to be an article, each once: not those that hold just one other part and little else. */
export function regionsIn(page: Document): Element[] {
  const words = new Map<Element, number>();
  for (const element of page.body.querySelectorAll(REGIONS)) {
    const count = wordsIn(element);
    if (count >= LEAST_WORDS) words.set(element, count);
  }
  const telling = [...words.keys()].filter((element) => {
    const count = words.get(element)!;
    return ![...element.children].some((child) => (words.get(child) ?? 0) > 0.95 * count);
  });
  const largest = telling.toSorted((a, b) => words.get(b)! - words.get(a)!).slice(0, MOST_REGIONS);
  return [page.body, ...telling.filter((element) => largest.includes(element))];
}

/** What a region begins with: its first heading, else its first words. */
export function beginningOf(element: Element): string {
  return cut((element.querySelector("h1, h2, h3") ?? element).textContent ?? "", 80);
}

/** How many words the pieces of a page have that are in a region; of a piece that the region is only a part of, those of the part. */
export function wordsOfRegion(region: Region | undefined, pieces: readonly Element[]): number {
  if (!region) return 0;
  let count = 0;
  for (const piece of pieces) {
    if (piece !== region.root && piece.contains(region.root)) return wordsIn(region.root);
    if (reasonOf(piece, region) === undefined) count += wordsIn(piece);
  }
  return count;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
const known = new WeakMap<Element, number>();

function wordsIn(element: Element): number {
  let count = known.get(element);
  if (count === undefined) {
    count = 0;
    const text = (element.textContent ?? "").slice(0, 200_000);
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
    known.set(element, count);
  }
  return count;
}
