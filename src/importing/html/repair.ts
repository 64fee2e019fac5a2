import type { ImportedArticle } from "../imported-article.ts";
import { ImportProblem } from "../import-problem.ts";
import { isHidden, nameOf, reveal } from "./blocks/elements.ts";
import type { Origins } from "./blocks/flow.ts";
import { articleHead } from "./extraction/article-head.ts";
import { piecesIn } from "./extraction/pieces.ts";
import type { Reason, Region } from "./extraction/region.ts";
import { regionWithBody } from "./extraction/structured-body.ts";
import { type Tidied, tidyBlocks } from "./extraction/tidy-blocks.ts";
import { articleOf, asTheyAre, clearPage, type HtmlOptions, type ImportedPage, openPage } from "./import-html.ts";
import { metadataOf, type PageMetadata } from "./metadata/page-metadata.ts";
import { type Outcome, outcomesOf, tidiedAsBefore } from "./repair-blocks.ts";
import { type Changes, changedRegion, empty } from "./repair-changes.ts";
import { kindOf, type PieceKind, textOf } from "./repair-pieces.ts";
import {
  beginningOf,
  reasonOf,
  regionBy,
  regionOf,
  regionsIn,
  type RepairExtractor,
  WHOLE,
  wordsOfRegion,
} from "./repair-regions.ts";

/** One piece of the whole page, kept or left out. */
export interface RepairPiece {
  /** Its place in the page, from 0; the same for the same source. */
  number: number;
  kind: PieceKind;
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
  const { page, pieces, regions, ways, reasons } = await begin(html, options, choice);
  return {
    pieces: pieces.map((element, number): RepairPiece => {
      const because = choice.put?.includes(number)
        ? undefined
        : choice.drop?.includes(number)
          ? "reader"
          : reasons.get(element);
      return { number, kind: kindOf(element), text: textOf(element), kept: !because, ...(because && { because }) };
    }),
    regions: regions.map((element, number) => ({
      number,
      name: nameOf(element),
      begins: beginningOf(element),
      words: wordsOfRegion(regionOf(page, element), pieces),
    })),
    extractors: WAYS.map((name) => ({ name, words: wordsOfRegion(ways[name], pieces) })),
  };
}

/**
 * The article as it is made of what the choice begins from, and with exactly what was put and without what was dropped. Rejects with an
 * ImportProblem where no text is left.
 */
export async function applyRepair(html: string, options: HtmlOptions, choice: RepairChoice): Promise<ImportedArticle> {
  const begun = await begin(html, options, choice);
  const { pieces, reasons } = begun;
  const chosen = (numbers: readonly number[] = [], isKept: boolean) =>
    new Set(pieces.filter((piece, number) => numbers.includes(number) && reasons.has(piece) !== isKept));
  const put = chosen(choice.put, false);
  const drop = chosen(
    choice.drop?.filter((number) => !choice.put?.includes(number)),
    true,
  );
  const made = put.size + drop.size === 0 ? begun.article : changed(begun, options, { put, drop });
  const { nextPage: _, isThread: _posts, ...article } = await made;
  return article;
}

const WAYS = ["usual", "other", "everything"] as const;

interface Begun {
  page: Document;
  metadata: PageMetadata;
  pieces: Element[];
  regions: Element[];
  ways: Readonly<Record<RepairExtractor, Region | undefined>>;
  region: Region | undefined;
  outcome: Outcome;
  /** Why each of the others is in no article that is made of the region. */
  reasons: ReadonlyMap<Element, Reason>;
  article: Promise<ImportedPage>;
}

/** Makes the article of what the choice begins from. */
async function begin(html: string, options: HtmlOptions, choice: RepairChoice): Promise<Begun> {
  const page = openPage(html);
  const metadata = metadataOf(page, options.address);
  clearPage(page);
  // Its text is then a part of the page.
  if (metadata.body) regionWithBody(page, metadata.body);
  const regions = regionsIn(page);
  const [usual, other, everything] = WAYS.map((way) => regionBy(page, way));
  const ways = { usual, other, everything };
  const root = choice.region === undefined ? undefined : regions[choice.region];
  for (let at = root ?? null; at; at = at.parentElement) if (isHidden(at)) reveal(at);
  const region = root ? regionOf(page, root) : ways[choice.extractor ?? "usual"];
  const pieces = piecesIn(page.body);

  const origins: Origins = new WeakMap();
  let outcome: Outcome = { built: [], origins, tidied: { blocks: [], related: [], cutOff: false } };
  const tidy = choice.region === WHOLE ? asTheyAre : tidyBlocks;
  const article = region
    ? articleOf(page, metadata, region, options, {
        origins,
        tidy(built, known): Tidied {
          const tidied = tidy(built, known);
          outcome = { built, origins, tidied };
          return tidied;
        },
      })
    : Promise.reject<ImportedPage>(new ImportProblem("not-an-article"));
  // Of too little there are pieces all the same.
  await article.catch(() => undefined);
  const outcomes = outcomesOf(outcome, pieces);
  const reasons = new Map<Element, Reason>();
  for (const piece of pieces) {
    const isLeft = outcomes.get(piece);
    const because = isLeft ? undefined : (reasonOf(piece, region) ?? (isLeft === false ? "boilerplate" : undefined));
    if (because) reasons.set(piece, because);
  }
  return { page, metadata, pieces, regions, ways, region, outcome, reasons, article };
}

function changed(
  { page, metadata, region, outcome }: Begun,
  options: HtmlOptions,
  changes: Changes,
): Promise<ImportedPage> {
  const notes = outcome.built.flatMap((block) => (block.type === "note" ? outcome.origins.get(block)! : []));
  // It stands outside of the region, and stays unless it is dropped.
  const { picture } = region ? articleHead(page, region.root, metadata.title) : {};
  const put = picture && !changes.drop.has(picture) ? new Set([...changes.put, picture]) : changes.put;
  const walked = changedRegion(region ?? { root: page.body, isOut: () => true }, { ...changes, put });
  for (const piece of changes.drop) empty(piece, notes as Element[]);
  const origins: Origins = new WeakMap();
  return articleOf(page, metadata, region ?? walked, options, {
    walked,
    origins,
    tidy: (blocks) => tidiedAsBefore(outcome, blocks, origins, changes.put),
  });
}
