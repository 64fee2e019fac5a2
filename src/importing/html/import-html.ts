import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { directionOf, languageOf } from "../text/language.ts";
import { ImportProblem } from "../import-problem.ts";
import type { ImportDoubt, ImportedArticle, ImportedPicture } from "../imported-article.ts";
import type { MediaWords } from "./blocks/builder.ts";
import type { OwnFiles } from "./blocks/pictures.ts";
import { asksForConsent } from "./consent.ts";
import { unfoldHidden } from "./extraction/folded.ts";
import { weightOfText } from "./extraction/readability.ts";
import type { Region } from "./extraction/region.ts";
import { unfoldStreamed } from "./extraction/streamed.ts";
import { regionWithBody } from "./extraction/structured-body.ts";
import { tidyBlocks } from "./extraction/tidy-blocks.ts";
import { inertDocument } from "./inert-document.ts";
import { declaredDirection } from "./metadata/language.ts";
import { isBeside } from "./metadata/next-page.ts";
import { metadataOf, type PageMetadata } from "./metadata/page-metadata.ts";
import { shownCredit } from "./metadata/shown-credit.ts";
import { plain } from "./metadata/title.ts";
import { pictureKey, pictureSrc } from "./picture-key.ts";
import { toBlocks } from "./to-blocks.ts";

export interface HtmlOptions {
  /** Where the page is from: http or https. */
  address?: string | undefined;
  /** Pictures that came inside the same file. */
  files?: OwnFiles | undefined;
  words?: MediaWords | undefined;
  /** The address of the article's first page, where this is another of its pages. */
  first?: string | undefined;
  /** The reader has chosen the pieces: nothing more is taken out. */
  asItIs?: boolean;
}

/** An article from a page, and where it goes on if it has several. */
export interface ImportedPage extends ImportedArticle {
  /** Absolute. To be fetched and handed to `joinPages`. */
  nextPage?: string;
}

/** The most HTML of one page, in UTF-16 units. */
export const MOST_HTML = 20_000_000;
/** Less is no article: a login, a list of links, a page that its scripts have yet to fill. In letters of the Latin script. */
const LEAST = 40;
/** Less is said to be little. */
const LITTLE = 400;

/** The article of a page. Rejects with an ImportProblem: `too-large`, `empty`, `not-an-article`. */
export async function importHtml(html: string, options: HtmlOptions = {}): Promise<ImportedPage> {
  if (html.length > MOST_HTML) throw new ImportProblem("too-large");
  if (html.trim() === "") throw new ImportProblem("empty");
  const page = openPage(html);
  const metadata = metadataOf(page, options.address, options.first);
  clearPage(page);
  const region = regionWithBody(page, metadata.body);
  if (!region) throw new ImportProblem("not-an-article");
  return articleOf(page, metadata, region, options);
}

/** A page as its own scripts would have put it together. */
export function openPage(html: string): Document {
  const page = inertDocument(html);
  unfoldStreamed(page);
  return page;
}

/** Takes out what is no text, and shows what is text and only folded. */
export function clearPage(page: Document): void {
  stripScripts(page);
  unfoldHidden(page);
}

/** Takes out what is no text, so that nothing has to walk over it: scripts but for formulas in them, styles, icons, controls and menus. */
function stripScripts(page: Document): void {
  for (const element of page.querySelectorAll(NO_TEXT)) {
    if (element.localName !== "svg" || element.closest("figure") === null) element.remove();
  }
}

const NO_TEXT =
  'script:not([type^="math/"]), style, link, svg, nav, template, button, input, select, textarea, dialog:not([open]), canvas';

/** The article of a region of a page. Rejects with an ImportProblem where there is no text in it. */
export async function articleOf(
  page: Document,
  metadata: PageMetadata,
  region: Region,
  options: HtmlOptions,
): Promise<ImportedPage> {
  const text = sampleOf(region);
  const lang = languageOf(metadata.lang, text);
  const dir = declaredDirection(page, region.root) ?? directionOf(lang, text);
  const { address, files, words } = options;
  const built = await toBlocks(region.root, {
    address,
    files,
    words,
    lang: lang === "und" ? undefined : lang,
    dir,
    leaveOut: (element) => region.isOut(element),
  });
  const { title, site, nextPage, image } = metadata;
  const { blocks, related, cutOff, ...credit } = options.asItIs
    ? { ...metadata, blocks: built.blocks, related: [], cutOff: false }
    : tidyBlocks(built.blocks, { ...metadata, lang });
  const shown = credit.byline && credit.published ? credit : shownCredit(region.root, lang);
  const { byline = shown.byline, published = shown.published } = credit;
  const weight = weightOfText(
    leavesOf({ blocks })
      .map(({ text }) => text)
      .join(" "),
  );
  if (weight < LEAST) throw new ImportProblem("not-an-article");
  const doubts = new Set<ImportDoubt>(built.doubts);
  if (cutOff || metadata.closed) doubts.add("cut-off");
  if (asksForConsent(title, blocks)) doubts.add("consent");
  else if (weight < LITTLE) doubts.add("little-text");
  if (metadata.laterPage) doubts.add("later-page");
  const { pictures, leadImage } = await withLead(shownIn(blocks, built.pictures), image);
  const summary = isNew(metadata.summary, blocks, title) ? metadata.summary : undefined;
  return {
    title: title || firstWords(blocks),
    ...(byline && { byline }),
    ...(site && { site }),
    lang,
    dir,
    ...(published && { published }),
    ...(summary && { summary }),
    ...(metadata.address && { address: metadata.address }),
    ...(leadImage && { leadImage }),
    blocks,
    related,
    pictures,
    doubts: [...doubts],
    ...(nextPage && (!nextPage.place || isBeside(nextPage.place, region.root)) && { nextPage: nextPage.address }),
  };
}

/** A sample of the region's text, by which to tell its language. */
function sampleOf({ root, isOut }: Region): string {
  let text = "";
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && isOut(node as Element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (text.length < SAMPLE && walker.nextNode()) {
    const { nodeValue } = walker.currentNode;
    if (nodeValue !== null && /\S/.test(nodeValue)) text += `${nodeValue.replace(/\s+/g, " ")} `;
  }
  return text;
}

const SAMPLE = 2000;

/** Those that are still in the article. */
function shownIn(blocks: Block[], pictures: readonly ImportedPicture[]): ImportedPicture[] {
  const shown = new Set<string>();
  for (const { image, content } of leavesOf({ blocks })) {
    if (image) shown.add(image.src);
    for (const inline of content) if ("image" in inline) shown.add(inline.image.src);
  }
  return pictures.filter(({ key }) => shown.has(pictureSrc(key)));
}

async function withLead(pictures: ImportedPicture[], image: string | undefined) {
  if (!image) return pictures[0] ? { pictures, leadImage: pictures[0].key } : { pictures };
  const key = await pictureKey(image);
  const known = pictures.some((picture) => picture.key === key);
  return { leadImage: key, pictures: known ? pictures : [...pictures, { key, address: image }] };
}

/** A summary that only says the beginning again, or the title, is none. */
function isNew(summary: string | undefined, blocks: readonly Block[], title: string): boolean {
  if (!summary) return false;
  const start = plain(
    leavesOf({ blocks: blocks.slice(0, 4) })
      .map(({ text }) => text)
      .join(" "),
  );
  const said = plain(summary);
  return said !== plain(title) && !start.includes(said.slice(0, 80));
}

function firstWords(blocks: Block[]): string {
  const text = leavesOf({ blocks }).find((leaf) => /\p{L}/u.test(leaf.text))?.text ?? "";
  return text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s+\S*$/, "")}…`;
}
