import type { Block } from "#domain/article.ts";
import { leavesOf, textOf } from "#domain/text.ts";
import { toBlocks } from "../html/to-blocks.ts";
import type { ImportedArticle } from "../imported-article.ts";
import { addressesIn, cleanAddress, findAddresses } from "./addresses.ts";
import { clipboardBody, sourceAddress } from "./clipboard-html.ts";
import { splitFurniture, takeLeadingFurniture } from "./furniture.ts";
import { directionOf, languageOf } from "./language.ts";
import { endsSentence, widthOf } from "./lines.ts";
import { importMarkdown, looksLikeMarkdown, shown } from "./markdown.ts";
import { importText, titleFrom } from "./plain-text.ts";
import { once } from "./related-entries.ts";
import { repeatedTitle } from "./repeated-title.ts";
import { splitTail } from "./tail.ts";
import { withTicks } from "./tasks.ts";
import { creditOf } from "./text-header.ts";
import { closeGaps } from "./text-headings.ts";

/** What the clipboard, a drop or the share sheet hands over. */
export interface Pasted {
  text: string;
  /** The same with markup, where there is one. */
  html?: string | undefined;
  /** What the app that it comes from calls it. */
  title?: string | undefined;
}

/** A title that is shared with an address is at most this long, in UTF-16 units. */
const LONGEST_TITLE = 200;

/**
 * What was pasted: the addresses of pages to fetch, if it is nothing but those (a title may stand before a single one), else an article. All of a
 * selection is wanted, so nothing of its markup is left out as furniture; only a tail of links and lines that are nothing but a button are kept apart. Text is preferred to markup
 * that adds nothing. Throws `ImportProblem("empty")`.
 */
export async function importPasted({ text, html, title }: Pasted): Promise<ImportedArticle | { addresses: string[] }> {
  const addresses = onlyAddresses(text);
  if (addresses) return { addresses };
  const body = html ? clipboardBody(html) : undefined;
  const article = body && (await fromMarkup(body, text, sourceAddress(html!)));
  if (article) return article;
  return looksLikeMarkdown(text) ? importMarkdown(text, undefined, title) : importText(text, title);
}

function onlyAddresses(text: string): string[] | undefined {
  const addresses = addressesIn(text);
  if (addresses.length === 0) return undefined;
  let rest = "";
  let from = 0;
  for (const { start, end } of findAddresses(text)) {
    if (start < from) continue;
    rest += text.slice(from, start);
    from = end;
  }
  rest = (rest + text.slice(from)).trim();
  if (!/[\p{L}\p{N}]/u.test(rest)) return addresses;
  const isTitle = addresses.length === 1 && rest.length <= LONGEST_TITLE && rest.split("\n").length <= 2;
  return isTitle && !/[.!?]\s+\p{Lu}[^]*[.!?]/u.test(rest) && !text.includes("#:~:text=") ? addresses : undefined;
}

/** Undefined where the markup has much less in it than the text. */
async function fromMarkup(body: HTMLElement, text: string, address?: string): Promise<ImportedArticle | undefined> {
  const words = text.trim() || (body.textContent ?? "");
  const lang = languageOf(body.querySelector("[lang]")?.getAttribute("lang"), words);
  const dir = directionOf(lang, words);
  const built = await toBlocks(body, { lang, dir, address });
  const letters = (all: string) => all.replace(/[^\p{L}\p{N}]/gu, "").length;
  const said = leavesOf(built).map((leaf) => leaf.text);
  if (letters(said.join("")) < letters(text) * 0.6 || built.blocks.length === 0) return undefined;
  const top = takeLeadingFurniture(built.blocks);
  const header = takeHeader(built.blocks, lang);
  closeGaps(built.blocks);
  const tail = splitTail(withTicks(built.blocks), lang);
  const { blocks, apart } = splitFurniture(tail.blocks);
  const source = address && cleanAddress(address);
  return {
    title: header.title ?? titleFrom(blocks, words),
    ...(header.byline && { byline: header.byline }),
    lang,
    dir,
    ...(header.published && { published: header.published }),
    ...(source && { address: source }),
    blocks,
    related: once([...tail.related, ...top, ...apart]),
    pictures: shown(built.pictures, blocks),
    doubts: built.doubts,
  };
}

interface Header {
  title?: string;
  byline?: string;
  published?: string;
}

/** Title, author and date from the first blocks, which are then gone from there. */
function takeHeader(blocks: Block[], lang: string): Header {
  const header: Header = {};
  const [first, second] = blocks;
  if (blocks.length < 2 || !first || !second) return header;
  if (first.type === "heading") header.title = textOf(first.content);
  else if (
    first.type === "paragraph" &&
    second.type === "paragraph" &&
    isTitle(textOf(first.content), textOf(second.content), lang)
  ) {
    header.title = textOf(first.content);
  }
  if (header.title === undefined) return header;
  blocks.shift();
  const [next] = blocks;
  const again = blocks.length > 1 && isLine(next) && repeatedTitle(header.title, [textOf(next.content)]);
  if (again) {
    header.title = again.title;
    blocks.shift();
  }
  for (let i = 0; i < 3 && blocks.length > 1; i++) {
    const [next] = blocks;
    const credit = next?.type === "paragraph" ? creditOf(textOf(next.content), lang) : undefined;
    if (!credit) break;
    Object.assign(header, credit);
    blocks.shift();
  }
  return header;
}

function isLine(block: Block | undefined): block is Extract<Block, { type: "heading" | "paragraph" }> {
  return block?.type === "heading" || block?.type === "paragraph";
}

function isTitle(line: string, next: string, lang: string): boolean {
  if (line.includes("\n") || widthOf(line) > 120 || endsSentence(line) || !/\p{L}/u.test(line)) return false;
  return widthOf(next) > widthOf(line) * 1.5 || creditOf(next, lang) !== undefined;
}
