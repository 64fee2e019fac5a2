import type { Block, RelatedLink } from "#domain/article.ts";
import { leavesOf, textOf } from "#domain/text.ts";
import { beginsRelated, isEnding, type Words, wordsOf } from "../../text/tail-cues.ts";
import { splitTail, withoutComments } from "../../text/tail.ts";
import { plain } from "../metadata/title.ts";
import { type Credit, creditIn } from "./head-lines.ts";
import { isSentence } from "./sentences.ts";
import { APPEAL, CHROME, CUT_OFF } from "./tail-words.ts";

/** With what was taken from lines over the text, which then stands nowhere else. */
export interface Tidied extends Credit {
  blocks: Block[];
  related: RelatedLink[];
  /** The text ends in front of an invitation to go on elsewhere. */
  cutOff: boolean;
}

export interface Known extends Credit {
  title: string;
  /** BCP 47. */
  lang: string;
}

/** Blocks at the top that may be what stands over an article. */
const TOP = 8;

/** Takes out of an article what says itself that it is none of it: the title again, who and when, links to others, bars and appeals. */
export function tidyBlocks(all: readonly Block[], known: Known): Tidied {
  const notes = all.filter(({ type }) => type === "note");
  const related: RelatedLink[] = [];
  const lang = known.lang === "und" ? undefined : known.lang;
  const words = wordsOf(lang);
  let cutOff = false;
  const { below, ...credit } = withoutTop(
    all.filter(({ type }) => type !== "note"),
    known,
  );
  let blocks = withoutComments(below, lang).flatMap((block): Block[] => {
    const line = lineOf(block);
    if (line === undefined) return [withoutChromeItems(block, words)].filter((one) => one !== undefined);
    if (isChrome(line, block, words)) return [];
    const links = linksIn(block);
    // The numbers of an article's pages.
    if (links.length > 0 && /^[\d\s|«»‹›<>…·-]+$/.test(line)) return [];
    if (links.length > 0 && block.type === "paragraph" && beginsRelated(line, words) && linkedPart(block) > 0.4) {
      related.push(...links);
      return [];
    }
    return [block];
  });
  const tail = splitTail(blocks, lang, true);
  related.push(...tail.related);
  blocks = withoutRelated(tail.blocks, words, related);
  for (let last = blocks.at(-1); last; last = blocks.at(-1)) {
    const line = lineOf(last);
    const isCut = line !== undefined && line.length < 200 && isCutOff(line, last);
    if (!isCut && last.type !== "heading" && last.type !== "rule") break;
    cutOff ||= isCut;
    blocks = blocks.slice(0, -1);
  }
  while (blocks[0]?.type === "rule") blocks = blocks.slice(1);
  return { blocks: [...blocks, ...notes], related: distinct(related), cutOff, ...credit };
}

/** Bars and appeals. A sentence is one only where it is nothing but links, or asks for an address. */
function isChrome(line: string, block: Block, words: readonly Words[]): boolean {
  if (isEnding(line, words)) return true;
  return CHROME.test(line) && (!isSentence(line) || APPEAL.test(line) || linkedPart(block) > 0.7);
}

/** “Read more books than you lend” is no invitation to go on elsewhere. */
function isCutOff(line: string, block: Block): boolean {
  const isAdvice =
    /^(?:read more|keep reading|continue reading) \p{L}/iu.test(line) && !/subscri|log in|sign/i.test(line);
  return CUT_OFF.test(line) && !(isAdvice && isSentence(line) && linkedPart(block) < 0.3);
}

/** Without the title said again and lines of author and day, and what those say beyond what is known. */
function withoutTop(blocks: readonly Block[], { title, byline, published, lang }: Known): Credit & { below: Block[] } {
  const name = plain(title);
  const known: Credit = { byline, published };
  const below = blocks.filter((block, i) => {
    if (i >= TOP) return true;
    const line = lineOf(block);
    if (line === undefined) return true;
    const text = plain(line);
    if (text === name && name !== "") return false;
    const by = known.byline && plain(known.byline);
    if (by && (text === by || text === `by ${by}`)) return false;
    const credit = block.type === "paragraph" ? creditIn(line.replace(/^[\s·•|]+/, ""), known, lang) : undefined;
    if (!credit) return true;
    known.byline ??= credit.byline;
    known.published ??= credit.published;
    return false;
  });
  return { ...known, below };
}

/** Sections of links to other articles, wherever they stand; after their heading, only links. */
function withoutRelated(blocks: readonly Block[], words: readonly Words[], related: RelatedLink[]): Block[] {
  const kept: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const line = lineOf(block);
    const isHead =
      line !== undefined &&
      line.length < 80 &&
      beginsRelated(line, words) &&
      (block.type === "heading" || linksIn(block).length === 0);
    const other = isHead ? blocks.findIndex((one, at) => at > i && !isOnlyLinks(one)) : i + 1;
    const end = other === -1 ? blocks.length : other;
    const isLast = end === blocks.length;
    if (isHead && (end > i + 1 || (isLast && block.type === "heading"))) {
      for (const one of blocks.slice(i + 1, end)) related.push(...linksIn(one));
      i = end - 1;
    } else kept.push(block);
  }
  return kept;
}

function isOnlyLinks(block: Block): boolean {
  if (block.type === "figure") return true;
  if (block.type === "heading" || block.type === "paragraph" || block.type === "list")
    return linksIn(block).length > 0 && linkedPart(block) > 0.7;
  return false;
}

/** A list of nothing but buttons. */
function withoutChromeItems(block: Block, words: readonly Words[]): Block | undefined {
  if (block.type !== "list") return block;
  const items = block.items.filter((item) => {
    const [only, ...others] = item;
    const line = only && others.length === 0 ? lineOf(only) : undefined;
    return line === undefined || !isChrome(line, only!, words);
  });
  if (items.length === block.items.length) return block;
  return items.length > 0 ? { ...block, items } : undefined;
}

function lineOf(block: Block): string | undefined {
  return block.type === "paragraph" || block.type === "heading" ? textOf(block.content).trim() : undefined;
}

function linksIn(block: Block): RelatedLink[] {
  const links = new Map<string, string>();
  for (const leaf of leavesOf({ blocks: [block] })) {
    for (const inline of leaf.content) {
      const mark = inline.marks?.find((one) => one.type === "link");
      if (mark && "text" in inline) links.set(mark.href, (links.get(mark.href) ?? "") + inline.text);
    }
  }
  return Array.from(links, ([href, title]) => ({ title: title.replace(/\s+/g, " ").trim(), href })).filter(
    ({ title }) => title !== "",
  );
}

function linkedPart(block: Block): number {
  let [all, linked] = [0, 0];
  for (const leaf of leavesOf({ blocks: [block] })) {
    for (const inline of leaf.content) {
      if (!("text" in inline)) continue;
      all += inline.text.length;
      if (inline.marks?.some((one) => one.type === "link")) linked += inline.text.length;
    }
  }
  return all === 0 ? 0 : linked / all;
}

function distinct(links: readonly RelatedLink[]): RelatedLink[] {
  return [...new Map(links.map((link) => [link.href, link])).values()].slice(0, 20);
}
