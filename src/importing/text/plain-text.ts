import type { Block, RelatedLink } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { ImportProblem } from "../import-problem.ts";
import type { ImportedArticle } from "../imported-article.ts";
import { addressesIn } from "./addresses.ts";
import { isFurniture, isLabel, splitFurniture } from "./furniture.ts";
import { detectLanguage, directionOf } from "./language.ts";
import { linesOf, widthOf } from "./lines.ts";
import { linesOverText } from "./page-top.ts";
import { once } from "./related-entries.ts";
import { splitTail } from "./tail.ts";
import { blocksOfLines } from "./text-blocks.ts";
import { headerOf } from "./text-header.ts";
import { closeGaps } from "./text-headings.ts";

/** A sentence that stands as the title is cut at a word before this, in UTF-16 units. */
const LONGEST_TITLE = 90;

/** The most text of one article, in UTF-16 units: some eight novels. */
const MOST_TEXT = 5_000_000;

/**
 * The article that a plain text is: title, author, date and address from its first lines, paragraphs told from wrapped lines, headings, lists,
 * quotations, code and rules by how they are typed. The title is the first line or, where that is part of the text, the first sentence, which
 * then stays in the text as well; `given` is one that came with it. Throws `ImportProblem("empty")` for a text without letters or digits.
 */
export function importText(whole: string, given?: string): ImportedArticle {
  const text = whole.slice(0, MOST_TEXT);
  if (!/[\p{L}\p{N}\p{S}]/u.test(text)) throw new ImportProblem("empty");
  const shared = sharedSelection(linesOf(text));
  const lang = detectLanguage(text);
  const top = withoutFurnitureOnTop(shared.lines);
  const header = headerOf(top.lines, lang, given);
  const body = withoutAddressAtEnd(header.rest);
  const address = header.address ?? shared.address ?? body.address;
  const tail = splitTail(blocksOfLines(body.lines), lang);
  const { blocks, apart } = splitFurniture(tail.blocks);
  closeGaps(blocks);
  const title = header.title ?? titleFrom(blocks, text);
  return {
    title,
    ...(header.byline && { byline: header.byline }),
    lang: lang ?? "und",
    dir: directionOf(lang ?? "und", text),
    ...(header.published && { published: header.published }),
    ...(address && { address }),
    blocks,
    related: once([...tail.related, ...top.apart, ...header.apart.map((title) => ({ title })), ...apart]),
    pictures: [],
    doubts: whole.length > MOST_TEXT ? ["too-long"] : [],
  };
}

/** The first sentence of the blocks, cut where it is too long. */
export function titleFrom(blocks: Block[], text: string): string {
  const first =
    leavesOf({ blocks }).find((leaf) => /[\p{L}\p{N}]/u.test(leaf.text) && !/^.{0,40},$/.test(leaf.text))?.text ?? text;
  const [line = ""] = first.trim().split("\n");
  const [sentence] = /^.{10,}?(?:[.!?…](?=["”’»)]*\s+[^\p{Ll}])|[。！？](?![」』）]))["”’»)]*/u.exec(line) ?? [line];
  const title = sentence.trim();
  if (title.length <= LONGEST_TITLE) return title.replace(/(?<![.])\.$/, "");
  const cut = title.slice(0, LONGEST_TITLE).replace(/[\uD800-\uDBFF]$/, "");
  return `${/\s/.test(cut.slice(40)) ? cut.replace(/\s+\S*$/, "") : cut}…`;
}

/** A selection as Chrome on Android shares it: in quotation marks, with its address under it. */
function sharedSelection(lines: string[]): { lines: string[]; address?: string } {
  const full = lines.filter((line) => line.trim() !== "");
  const last = full.at(-1)?.trim() ?? "";
  if (!/^https?:\/\/\S+#:~:text=\S*$/.test(last) || full.length < 2) return { lines };
  const [address] = addressesIn(last);
  const text = lines
    .slice(0, lines.lastIndexOf(full.at(-1)!))
    .join("\n")
    .trim();
  const selected = /^"([^]*)"$/.exec(text)?.[1] ?? text;
  return { lines: selected.split("\n"), ...(address && { address }) };
}

/** Boxes, menus and buttons over everything else, where the whole of a page was copied. Never all that there is, nor a title that is such a word. */
function withoutFurnitureOnTop(lines: string[]): { lines: string[]; apart: RelatedLink[] } {
  const over = linesOverText(lines);
  const start = lines.findIndex((line, i) => i >= over && line.trim() !== "" && !isFurniture(line));
  const rest = lines.slice(start);
  const full = lines.slice(0, Math.max(0, start)).filter((line) => line.trim() !== "");
  if (start < 0 || (full.length === 1 && isLabel(full[0]!, rest))) return { lines, apart: [] };
  return { lines: rest, apart: full.map((title) => ({ title })) };
}

/** An address alone on the last line says where the text is from, if it is the only one that stands alone. */
function withoutAddressAtEnd(lines: readonly string[]): { lines: string[]; address?: string } {
  const at = lines.findLastIndex((line) => line.trim() !== "");
  const line = lines[at]?.trim() ?? "";
  if (at < 1 || !/^https?:\/\/\S+$/.test(line)) return { lines: [...lines] };
  const alone = lines.filter((other) => /^\s*https?:\/\/\S+\s*$/.test(other)).length;
  const [address] = addressesIn(line);
  const long = lines.some((other) => widthOf(other) > 40);
  return alone === 1 && address && long ? { lines: lines.slice(0, at), address } : { lines: [...lines] };
}
