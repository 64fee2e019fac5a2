import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { directionOf, languageOf } from "../text/language.ts";
import { ImportProblem } from "../import-problem.ts";
import type { ImportDoubt, ImportedArticle, ImportedPicture } from "../imported-article.ts";
import type { MediaWords } from "./blocks/builder.ts";
import type { Origins } from "./blocks/flow.ts";
import type { OwnFiles } from "./blocks/pictures.ts";
import { squeeze } from "./blocks/text-within.ts";
import { writeTicks } from "./blocks/ticks.ts";
import { asksForConsent } from "./consent.ts";
import { type ArticleHead, articleHead } from "./extraction/article-head.ts";
import { unfoldHidden } from "./extraction/folded.ts";
import { isMostlyLinks } from "./extraction/mostly-links.ts";
import { weightOfText } from "./extraction/readability.ts";
import type { Region } from "./extraction/region.ts";
import { unfoldStreamed } from "./extraction/streamed.ts";
import { regionWithBody } from "./extraction/structured-body.ts";
import { isListOfTeasers } from "./extraction/teasers.ts";
import { gatherPosts, isThread } from "./extraction/threads.ts";
import { type Known, type Tidied, tidyBlocks } from "./extraction/tidy-blocks.ts";
import { endsAtWall } from "./extraction/wall.ts";
import { inertDocument } from "./inert-document.ts";
import { declaredDirection } from "./metadata/language.ts";
import { isBeside } from "./metadata/next-page.ts";
import { metadataOf, type PageMetadata } from "./metadata/page-metadata.ts";
import { shownCredit } from "./metadata/shown-credit.ts";
import { isNewSummary } from "./new-summary.ts";
import { pictureKey, pictureSrc } from "./picture-key.ts";
import { toBlocksOf } from "./to-blocks.ts";
import { unfoldWordLists } from "./word-lists.ts";

export interface HtmlOptions {
  /** Where the page is from: http or https. */
  address?: string | undefined;
  /** Pictures that came inside the same file. */
  files?: OwnFiles | undefined;
  words?: MediaWords | undefined;
  /** The address of the article's first page, where this is another of its pages. */
  first?: string | undefined;
}

/** How the article of a region is made, where that is not the usual way. */
export interface Making {
  /** What is walked instead of the region, which still says in which language and by whom it is. */
  walked?: Region;
  origins?: Origins;
  /** What is taken out of the blocks of anything but a thread. */
  tidy?: (blocks: readonly Block[], known: Known) => Tidied;
}

/** An article from a page, and where it goes on if it has several. */
export interface ImportedPage extends ImportedArticle {
  /** Absolute. To be fetched and handed to `joinPages`. */
  nextPage?: string;
  /** It is the posts of a thread. */
  isThread?: boolean;
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
  unfoldWordLists(page.body);
  return page;
}

/** Takes out what is no text, shows what is text and only folded, and puts the posts of a thread together. */
export function clearPage(page: Document): void {
  writeTicks(page);
  stripScripts(page);
  gatherPosts(page);
  unfoldHidden(page);
}

/** Takes out what is no text, so that nothing has to walk over it: scripts but for formulas in them, styles, icons, controls and menus, and the numbers that LaTeXML gives a note twice. */
function stripScripts(page: Document): void {
  for (const element of page.querySelectorAll(NO_TEXT)) {
    if (element.localName !== "svg" || element.closest("figure") === null) element.remove();
  }
}

const NO_TEXT =
  '.ltx_note_mark, .ltx_tag_note, script:not([type^="math/"]), style, link, svg, nav, template, button, input, select, textarea, dialog:not([open]), canvas';

/** The article of a region of a page. Rejects with an ImportProblem where there is no text in it. */
export async function articleOf(
  page: Document,
  metadata: PageMetadata,
  region: Region,
  options: HtmlOptions,
  { walked = region, origins, tidy = tidyBlocks }: Making = {},
): Promise<ImportedPage> {
  const text = sampleOf(region);
  const lang = languageOf(metadata.lang, text);
  const dir = declaredDirection(page, region.root) ?? directionOf(lang, text);
  const { address, files, words } = options;
  const { title, site, nextPage, image } = metadata;
  const { picture: over, standfirst }: ArticleHead = isThread(region) ? {} : articleHead(page, region.root, title);
  const [built, lead] = await Promise.all([
    toBlocksOf(over && !walked.root.contains(over) ? [over, walked.root] : [walked.root], {
      address,
      files,
      words,
      lang: lang === "und" ? undefined : lang,
      dir,
      leaveOut: (element) => walked.isOut(element),
      origins,
    }),
    image ? pictureKey(image) : undefined,
  ]);
  const isPosts = isThread(region);
  const { blocks, related, cutOff, ...credit } = (isPosts ? asTheyAre : tidy)(built.blocks, { ...metadata, lang });
  const shown = credit.byline && credit.published ? credit : shownCredit(region.root, lang);
  const { byline = shown.byline, published = shown.published } = credit;
  const leaves = leavesOf({ blocks });
  const weight = weightOfText(leaves.map(({ text }) => text).join(" "));
  if (weight < LEAST) throw new ImportProblem("not-an-article");
  const doubts = new Set<ImportDoubt>(built.doubts);
  if (cutOff || metadata.closed || endsAtWall(leaves, region)) doubts.add("cut-off");
  if (asksForConsent(title, blocks)) doubts.add("consent");
  else if (!isPosts && (isMostlyLinks(leaves) || isListOfTeasers(leaves, address ?? metadata.address)))
    doubts.add("mostly-links");
  else if (weight < LITTLE) doubts.add("little-text");
  if (metadata.laterPage) doubts.add("later-page");
  const { pictures, leadImage } = withLead(shownIn(blocks, built.pictures), image, lead);
  const about = metadata.summary ?? standfirst;
  const summary = isNewSummary(about, blocks, title) ? about : undefined;
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
    ...(isPosts && { isThread: true }),
    ...(nextPage && (!nextPage.place || isBeside(nextPage.place, region.root)) && { nextPage: nextPage.address }),
  };
}

/** Takes nothing out. */
export function asTheyAre(blocks: readonly Block[], { byline, published }: Known): Tidied {
  return { blocks: [...blocks], related: [], cutOff: false, byline, published };
}

/** A sample of the region's text, by which to tell its language. */
function sampleOf({ root, isOut }: Region): string {
  let text = "";
  let node: Node | null = root.firstChild;
  while (node && text.length < SAMPLE) {
    const { nodeType, nodeValue } = node;
    if (nodeType === Node.TEXT_NODE && /\S/.test(nodeValue!)) text += `${squeeze(nodeValue!.slice(0, SAMPLE))} `;
    const isIn: boolean = nodeType === Node.ELEMENT_NODE && !isOut(node as Element);
    node = (isIn ? node.firstChild : null) ?? after(node, root);
  }
  return text;
}

/** The next node in document order that is not in this one. */
function after(node: Node, root: Element): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
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

function withLead(pictures: ImportedPicture[], address: string | undefined, key: string | undefined) {
  if (!address || !key) return pictures[0] ? { pictures, leadImage: pictures[0].key } : { pictures };
  const known = pictures.some((picture) => picture.key === key);
  return { leadImage: key, pictures: known ? pictures : [...pictures, { key, address }] };
}

function firstWords(blocks: Block[]): string {
  const text = leavesOf({ blocks }).find((leaf) => /\p{L}/u.test(leaf.text))?.text ?? "";
  return text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s+\S*$/, "")}…`;
}
