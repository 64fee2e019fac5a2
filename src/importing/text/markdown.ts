import type { Block } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { micromark } from "micromark";
import { gfmFootnote, gfmFootnoteHtml } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough, gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { inertDocument } from "../html/inert-document.ts";
import { toBlocks } from "../html/to-blocks.ts";
import { ImportProblem } from "../import-problem.ts";
import type { ImportedArticle, ImportedPicture } from "../imported-article.ts";
import { cleanAddress } from "./addresses.ts";
import { writeAlerts } from "./alerts.ts";
import { findDate } from "./dates.ts";
import { type FrontMatter, splitFrontMatter } from "./front-matter.ts";
import { directionOf, languageOf } from "./language.ts";
import { titleFrom } from "./plain-text.ts";
import { splitTail } from "./tail.ts";
import { withTicks } from "./tasks.ts";
import { creditOf } from "./text-header.ts";

/** The longest text that is parsed, in UTF-16 units; what follows is left out and said to be. */
const LONGEST = 3_000_000;

/**
 * The article that a Markdown text is: CommonMark with tables, footnotes, strikethrough, task lists and alerts. Its HTML, the writer's own included,
 * goes through the one door for foreign markup. Title, author, date and the like come from front matter or from the first lines. `address` is
 * where the text is from, for relative links; `given` is a title that came with a text that may have none of its own. Throws `ImportProblem("empty")`; any other text is some Markdown.
 */
export async function importMarkdown(text: string, address?: string, given?: string): Promise<ImportedArticle> {
  const { fields, body } = splitFrontMatter(text.slice(0, LONGEST));
  if (!/[\p{L}\p{N}\p{S}]/u.test(text)) throw new ImportProblem("empty");
  const page = inertDocument(htmlOf(body));
  writeAlerts(page.body);
  const title = one(fields, "title") ?? "";
  const first = page.body.firstElementChild;
  const heading = first?.localName === "h1" ? (first.textContent ?? "").replace(/\s+/g, " ").trim() : "";
  if (heading !== "" && (title === "" || heading === title)) first!.remove();

  const source = addressOf(fields) ?? (address && cleanAddress(address));
  const words = (page.body.textContent ?? "").trim() || title;
  const lang = languageOf(one(fields, "lang", "language", "locale"), words);
  const dir = directionOf(lang, words);
  const built = await toBlocks(page.body, { address: source ?? address, lang, dir });
  const credit = takeCredit(built.blocks, heading !== "", lang);
  const { blocks, related } = splitTail(withTicks(built.blocks), lang);

  const byline = fields.get("author") ?? fields.get("authors") ?? fields.get("byline") ?? fields.get("creator");
  const published =
    findDate(one(fields, "date", "published", "created", "pubdate") ?? "", lang)?.date ?? credit?.published;
  const summary = one(fields, "summary", "description", "excerpt", "abstract");
  const site = one(fields, "site", "publication", "publisher");
  return {
    title: title || heading || given || titleFrom(blocks, words),
    ...(byline?.length ? { byline: byline.join(", ") } : credit?.byline && { byline: credit.byline }),
    ...(site && { site }),
    lang,
    dir,
    ...(published && { published }),
    ...(summary && { summary }),
    ...(source && { address: source }),
    blocks,
    related,
    pictures: shown(built.pictures, blocks),
    doubts: text.length > LONGEST ? [...new Set([...built.doubts, "too-long" as const])] : built.doubts,
  };
}

function htmlOf(markdown: string): string {
  return micromark(markdown, {
    // Where links lead and what markup does is looked at behind the door.
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false })],
    htmlExtensions: [gfmTableHtml(), gfmFootnoteHtml(), gfmStrikethroughHtml()],
  });
}

/** The pictures that are still in the blocks. */
export function shown(pictures: readonly ImportedPicture[], blocks: readonly Block[]): ImportedPicture[] {
  const written = JSON.stringify(blocks);
  return pictures.filter(({ key }) => written.includes(key));
}

function one(fields: FrontMatter, ...keys: string[]): string | undefined {
  return keys.map((key) => fields.get(key)?.[0]).find((value) => value !== undefined);
}

function addressOf(fields: FrontMatter): string | undefined {
  const said = one(fields, "canonical", "canonical_url", "url", "link", "source", "original");
  return said && cleanAddress(said);
}

/** Author and date from a line under the title, which is then no longer among the blocks. */
function takeCredit(blocks: Block[], titled: boolean, lang: string): ReturnType<typeof creditOf> {
  const [first] = blocks;
  if (!titled || first?.type !== "paragraph" || blocks.length < 2) return undefined;
  const credit = creditOf(textOf(first.content), lang);
  if (credit) blocks.shift();
  return credit;
}

/** Whether a text is written in Markdown: by signs that plain text does not have. One asterisk, number sign or line with a hyphen is none. */
export function looksLikeMarkdown(text: string): boolean {
  const { fields, body } = splitFrontMatter(text.slice(0, 200_000));
  if (fields.size > 0) return true;
  const count = (sign: RegExp) => body.match(sign)?.length ?? 0;
  const first = /^\s*# \S[^\n]*(?:\n\s*\n|$)/.test(body) && body.trim().includes("\n") ? 2 : 0;
  const links = count(
    /!?\[[^\]\n]{1,300}\]\((?:<[^<>\n]{1,2000}>|[^\s()]+(?:\([^\s()]*\))?)(?:\s+["'(][^\n]{0,300}?["')])?\)/g,
  );
  const definitions = count(/^ {0,3}\[[^\]\n]+\]:\s*\S+/gm);
  const headings = count(/^#{2,6} \S/gm) * 2 + count(/^# \S/gm);
  const tables = count(/^ {0,3}\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?\r?$/gm);
  const strong =
    count(/(?<![\w*])\*\*(?=\S)[^*\n]{1,200}?(?<=\S)\*\*(?![\w*])/g) +
    count(/(?<!\w)__(?=\S)[^_\n]{1,200}?(?<=\S)__(?!\w)/g);
  const code = count(/(?<!`)`[^`\n]+`(?!`)/g);
  const tasks = count(/^[ \t]*(?:[-*+]|\d{1,3}[.)]) \[[ xX]\] \S/gm);
  const fences = Math.floor(count(/^ {0,3}```/gm) / 2);
  const alerts = count(/^ {0,3}> ?\[!\p{L}[\p{L}-]{1,20}\]/gmu);
  return (
    first + 2 * (links + definitions + tables + tasks + alerts) + headings + strong + Math.min(1, code / 2) + fences >=
    2
  );
}
