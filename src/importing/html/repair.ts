import { leavesOf } from "#domain/text.ts";
import type { ImportedArticle } from "../imported-article.ts";
import { cut, isHidden, nameOf, reveal } from "./blocks/elements.ts";
import { isBoilerplate } from "./extraction/boilerplate.ts";
import { piecesIn } from "./extraction/pieces.ts";
import { densest, proseOf } from "./extraction/prose.ts";
import { type Reason, type Region, regionWithin } from "./extraction/region.ts";
import { regionWithBody } from "./extraction/structured-body.ts";
import { articleOf, clearPage, type HtmlOptions, openPage } from "./import-html.ts";
import { metadataOf, type PageMetadata } from "./metadata/page-metadata.ts";
import { normalForm } from "../normal-form.ts";

/** One piece of the whole page, kept or left out. */
export interface RepairPiece {
  /** Its place in the page, from 0; the same for the same source. */
  number: number;
  kind: "heading" | "paragraph" | "list" | "quote" | "table" | "code" | "picture" | "media" | "formula";
  /** The beginning of its text; of a picture, what it shows. May be empty. */
  text: string;
  kept: boolean;
  /** Why it was left out. */
  because?: Reason;
}

/** A part of the page that can be taken for the article as a whole. */
export interface RepairRegion {
  number: number;
  /** The element's kind: `main`, `article`, `section` … */
  name: string;
  /** Its first heading, else its first words. */
  begins: string;
  words: number;
}

/** `usual`: what importing took. `other`: where most of the running text is. `everything`: the page without its menus and tails. */
export type RepairExtractor = "usual" | "other" | "everything";

export interface Repair {
  /** In document order. */
  pieces: RepairPiece[];
  regions: RepairRegion[];
  extractors: { name: RepairExtractor; words: number }[];
}

/** What the reader chose: where to begin from, and which pieces of the page to have in spite of it, or not. */
export interface RepairChoice {
  extractor?: RepairExtractor;
  /** The number of a region, instead of an extractor. */
  region?: number;
  put?: readonly number[];
  drop?: readonly number[];
}

/** All pieces of a saved page, with what the choice keeps of them. Rejects as `importHtml` does. */
export async function openRepair(html: string, options: HtmlOptions = {}, choice: RepairChoice = {}): Promise<Repair> {
  const { page, metadata } = open(html, options);
  const pieces = piecesIn(page.body);
  const regions = regionsIn(page);
  const region = chosen(page, regions, choice);
  const asItIs = choice.region === WHOLE;
  const article = region && (await articleOf(page, metadata, region, { ...options, asItIs }).catch(() => undefined));
  const text = squeezed(
    leavesOf({ blocks: article?.blocks ?? [] })
      .map((leaf) => leaf.text)
      .join(" "),
  );
  return {
    pieces: pieces.map((element, number): RepairPiece => {
      const because = choice.put?.includes(number)
        ? undefined
        : choice.drop?.includes(number)
          ? "reader"
          : reasonOf(element, region, text);
      return { number, kind: kindOf(element), text: textOf(element), kept: !because, ...(because && { because }) };
    }),
    regions: regions.map((element, number) => ({
      number,
      name: nameOf(element),
      begins: beginningOf(element),
      words: wordsOfRegion(regionOf(page, element)),
    })),
    extractors: (["usual", "other", "everything"] as const).map((name) => ({
      name,
      words: wordsOfRegion(regionBy(page, name)),
    })),
  };
}

/** The article with exactly the pieces that are kept. Rejects with an ImportProblem where no text is left. */
export async function applyRepair(html: string, options: HtmlOptions, choice: RepairChoice): Promise<ImportedArticle> {
  const { pieces } = await openRepair(html, options, choice);
  const { page, metadata } = open(html, options);
  const elements = piecesIn(page.body);
  const kept = new Set(elements.filter((_, number) => pieces[number]?.kept));
  const around = new Set<Element>();
  for (const element of kept) for (let at = element.parentElement; at; at = at.parentElement) around.add(at);
  // What the reader has put back is to be read, whether the page shows it or not.
  for (const element of [...kept, ...around]) if (isHidden(element)) reveal(element);
  const inKept = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) if (kept.has(at)) return true;
    return false;
  };
  const region: Region = { root: page.body, isOut: (element) => !around.has(element) && !inKept(element) };
  const {
    nextPage: _,
    isThread: _posts,
    ...article
  } = await articleOf(page, metadata, region, { ...options, asItIs: true });
  return article;
}

function open(html: string, options: HtmlOptions): { page: Document; metadata: PageMetadata } {
  const page = openPage(html);
  const metadata = metadataOf(page, options.address);
  clearPage(page);
  // Its text is then a part of the page.
  if (metadata.body) regionWithBody(page, metadata.body);
  return { page, metadata };
}

function chosen(
  page: Document,
  regions: readonly Element[],
  { extractor = "usual", region }: RepairChoice,
): Region | undefined {
  const root = region === undefined ? undefined : regions[region];
  for (let at = root ?? null; at; at = at.parentElement) if (isHidden(at)) reveal(at);
  return root ? regionOf(page, root) : regionBy(page, extractor);
}

/** The first of the regions is the page with all that is on it; of others what belongs to no article is left out. */
const WHOLE = 0;

function regionOf(page: Document, root: Element): Region {
  return root === page.body ? { root, isOut: () => false } : regionWithin(root);
}

function regionBy(page: Document, extractor: RepairExtractor): Region | undefined {
  switch (extractor) {
    case "usual":
      return regionWithBody(page, undefined);
    case "other":
      return regionWithin(densest(page, proseOf(page)));
    case "everything":
      return { root: page.body, isOut: isBoilerplate };
  }
}

function reasonOf(piece: Element, region: Region | undefined, text: string): Reason | undefined {
  for (let at: Element | null = piece; at; at = at.parentElement) if (isHidden(at)) return "hidden";
  if (!region || !region.root.contains(piece)) return "outside";
  for (let at: Element | null = piece; at && at !== region.root; at = at.parentElement) {
    if (region.isOut(at)) return region.reasons?.get(at) ?? "boilerplate";
  }
  return text.includes(squeezed(piece.textContent ?? "")) ? undefined : "boilerplate";
}

const REGIONS = 'main, [role="main"], article, section, [itemprop~="articleBody"], td, div';
const MOST_REGIONS = 12;
const LEAST_WORDS = 50;

/** Parts of the page with text enough to be an article, each once: not those that hold just one other part and little else. */
function regionsIn(page: Document): Element[] {
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

function kindOf(piece: Element): RepairPiece["kind"] {
  const name = nameOf(piece);
  if (/^h[1-6]$/.test(name)) return "heading";
  if (/^(?:ul|ol|dl)$/.test(name)) return "list";
  if (/^(?:video|audio|iframe|embed)$/.test(name)) return "media";
  const kinds: Record<string, RepairPiece["kind"]> = {
    blockquote: "quote",
    figure: "picture",
    img: "picture",
    math: "formula",
    picture: "picture",
    pre: "code",
    table: "table",
  };
  return kinds[name] ?? "paragraph";
}

function textOf(piece: Element): string {
  const image = piece.matches("img") ? piece : piece.querySelector("img");
  const parts = textsApart(piece);
  const text = parts.length > 0 ? parts.join(", ") : piece.textContent;
  return cut(text ?? "", 200) || cut(image?.getAttribute("alt") ?? piece.getAttribute("title") ?? "", 200);
}

const ENTRIES = "li, dt, dd, th, td";

/** The entries of a list and the cells of a table, each once: what is in one of another is an entry of its own. */
function textsApart(piece: Element): string[] {
  return [...piece.querySelectorAll(ENTRIES)].flatMap((entry) => {
    const own = entry.cloneNode(true) as Element;
    for (const inner of own.querySelectorAll(ENTRIES)) inner.remove();
    return own.textContent?.trim() || [];
  });
}

function beginningOf(element: Element): string {
  return cut((element.querySelector("h1, h2, h3") ?? element).textContent ?? "", 80);
}

const words = new Intl.Segmenter(undefined, { granularity: "word" });

function wordsIn(element: Element): number {
  const text = (element.textContent ?? "").slice(0, 200_000);
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count++;
  return count;
}

function wordsOfRegion(region: Region | undefined): number {
  if (!region) return 0;
  let count = 0;
  for (const piece of piecesIn(region.root))
    if (reasonOf(piece, region, squeezed(piece.textContent ?? "")) === undefined) count += wordsIn(piece);
  return count;
}

const squeezed = (text: string) => normalForm(text, "NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
