import type { Block, RelatedLink } from "#domain/article.ts";
import { leavesOf, textOf } from "#domain/text.ts";
import { beginsRelated, isEnding, type Words, wordsOf } from "../../text/tail-cues.ts";
import { splitTail } from "../../text/tail.ts";
import { plain } from "../metadata/title.ts";
import { CHROME, CUT_OFF, HEAD_LINE } from "./tail-words.ts";

export interface Tidied {
  blocks: Block[];
  related: RelatedLink[];
  /** The text ends in front of an invitation to go on elsewhere. */
  cutOff: boolean;
}

export interface Known {
  title: string;
  byline?: string | undefined;
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
  let blocks = withoutTop(
    all.filter(({ type }) => type !== "note"),
    known,
  );
  blocks = blocks.flatMap((block): Block[] => {
    const line = lineOf(block);
    if (line === undefined) return [withoutChromeItems(block, words)].filter((one) => one !== undefined);
    if (isChrome(line, words)) return [];
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
    const isCut = line !== undefined && line.length < 200 && CUT_OFF.test(line);
    if (!isCut && last.type !== "heading" && last.type !== "rule") break;
    cutOff ||= isCut;
    blocks = blocks.slice(0, -1);
  }
  while (blocks[0]?.type === "rule") blocks = blocks.slice(1);
  return { blocks: [...blocks, ...notes], related: distinct(related), cutOff };
}

function withoutTop(blocks: readonly Block[], { title, byline }: Known): Block[] {
  const name = plain(title);
  const by = byline && plain(byline);
  return blocks.filter((block, i) => {
    if (i >= TOP) return true;
    const line = lineOf(block);
    if (line === undefined) return true;
    const text = plain(line);
    if (text === name && name !== "") return false;
    if (by && (text === by || text === `by ${by}`)) return false;
    return !HEAD_LINE.test(line.replace(/^[\s·•|]+/, ""));
  });
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
    return line === undefined || !isChrome(line, words);
  });
  if (items.length === block.items.length) return block;
  return items.length > 0 ? { ...block, items } : undefined;
}

const isChrome = (line: string, words: readonly Words[]) => CHROME.test(line) || isEnding(line, words);

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
