import type { Block } from "#domain/article.ts";
import { linked } from "./linked.ts";
import { indentOf, joinLines } from "./lines.ts";

interface Item {
  indent: number;
  ordered: boolean;
  /** The number or the letter's place, for ordered items. */
  number: number;
  /** How the marker is written, so that "1." and "a)" are not one list. */
  style: string;
  lines: string[];
  /** A blank line stood before it. */
  apart: boolean;
}

type List = Extract<Block, { type: "list" }>;

// Dashes open a speech in many languages, so only the hyphen is a bullet.
const BULLET = /^(\s*)([-*+•‣◦▪▫●○■□➤➢✓✔·・∙⁃])(\s+|(?<=[•・●■◦▪]))(?=\S)/u;
const NUMBER = /^(\s*)(?:[(（])?(\d{1,3}|[a-zA-Z])([.)）、．])(\s+|(?<=[、．）]))(?=\S)/u;
const CIRCLED = /^(\s*)([①-⑳])\s*(?=\S)/u;

function itemOf(line: string): Item | undefined {
  const bullet = BULLET.exec(line);
  if (bullet) return { ...start(line, bullet[0]), ordered: false, number: 0, style: bullet[2]! };
  const circled = CIRCLED.exec(line);
  if (circled) {
    return { ...start(line, circled[0]), ordered: true, number: circled[2]!.charCodeAt(0) - 0x245f, style: "①" };
  }
  const number = NUMBER.exec(line);
  if (!number) return undefined;
  const [marker, , said = "", mark = ""] = number;
  const digits = /\d/.test(said);
  const letter = said.toLowerCase().charCodeAt(0) - 96;
  const kind = digits ? "1" : said === said.toLowerCase() ? "a" : "A";
  return { ...start(line, marker), ordered: true, number: digits ? Number(said) : letter, style: kind + mark };
}

const start = (line: string, marker: string) => ({
  indent: indentOf(line),
  lines: [line.slice(marker.length)],
  apart: false,
});

/** A bullet that is used for nothing else makes a list by itself; other markers need company. */
const PLAIN = /[•‣◦▪▫●○■□➤➢✓✔∙⁃]/;

/**
 * The list that begins at a line, and the line after it; undefined where none does. Items are nested by how far they are moved in. Lines that are
 * moved in under an item belong to it.
 */
export function listAt(lines: readonly string[], at: number): { list: List; next: number } | undefined {
  const items: Item[] = [];
  let i = at;
  let blank = false;
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.trim() === "") {
      blank = true;
      continue;
    }
    const item = itemOf(line);
    const last = items.at(-1);
    if (item && (items.length === 0 || belongs(item, items))) {
      items.push({ ...item, apart: blank && items.length > 0 });
    } else if (last && !item && !blank && indentOf(line) > last.indent) last.lines.push(line);
    else if (last && !item && !blank && /^\s*\p{Ll}/u.test(line) && last.lines.at(-1)!.length > 40)
      last.lines.push(line);
    else break;
    blank = false;
  }
  const [first] = items;
  if (!first || (items.length < 2 && !PLAIN.test(first.style))) return undefined;
  if (items.length < 2 && first.ordered) return undefined;
  while (i > at && lines[i - 1]!.trim() === "") i--;
  return { list: nest(items), next: i };
}

/** An item of the same list, or of one inside it, or of one around. */
function belongs(item: Item, before: readonly Item[]): boolean {
  const last = before.at(-1)!;
  if (item.indent > last.indent + 1) return !item.ordered || item.number === 1;
  const peer = before.findLast(({ indent }) => Math.abs(indent - item.indent) <= 1);
  if (!peer || peer.style !== item.style) return false;
  return !item.ordered || item.number === peer.number + 1;
}

function nest(items: readonly Item[]): List {
  const [first] = items as [Item, ...Item[]];
  const list: List = {
    type: "list",
    ordered: first.ordered,
    ...(first.ordered && first.number !== 1 && { start: first.number }),
    ...(first.style.startsWith("a") && { numbering: "a" as const }),
    ...(first.style.startsWith("A") && { numbering: "A" as const }),
    tight: !items.some(({ apart }) => apart),
    items: [],
  };
  for (let i = 0; i < items.length;) {
    const item = items[i]!;
    let end = i + 1;
    while (end < items.length && items[end]!.indent > first.indent + 1) end++;
    const content: Block[] = [{ type: "paragraph", content: linked(joinLines(item.lines)) }];
    for (const inner of runs(items.slice(i + 1, end))) content.push(nest(inner));
    list.items.push(content);
    i = end;
  }
  return list;
}

/** Items inside one item, parted where the kind of marker changes. */
function runs(items: readonly Item[]): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const [first] = found.at(-1) ?? [];
    if (first && (item.indent > first.indent + 1 || item.style === first.style)) found.at(-1)!.push(item);
    else found.push([item]);
  }
  return found;
}
