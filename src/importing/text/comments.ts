import type { Block } from "#domain/article.ts";
import { leavesOf, textOf } from "#domain/text.ts";
import { COMMENTS, INVITES, REPLY } from "./comment-words.ts";
import { widthOf } from "./lines.ts";
import { bare } from "./tail-cues.ts";
import { creditOf } from "./text-header.ts";

/** In columns: names, dates and buttons are no wider. */
const SHORT = 45;
const NAME_WORDS = 4;
/** In columns: what one reader says. Where nothing but short lines tells them apart, they say little. */
const LONGEST = 1500;
const LITTLE = 400;
/** They are at most so many times what stands before them; where nothing but short lines tells, so much of it. */
const MOST = 3;
const PART = 1 / 3;
/** Lines that could introduce them, from the end. */
const TRIED = 20;

const COUNTED = /^(?:(\d[\d.,\u202F\u00A0 ]*)\s*)?(\P{N}+?)(?:\s*[(（:：]?\s*(\d[\d.,]*)\s*[件条條개]?[)）]?)?$/u;

const AGO =
  /^(?:vor \d|il y a \d|hace \d|há \d).{1,20}$|^.{0,30}\d.{1,20} (?:ago|fa|geleden|sedan|siden|sitten|temu|назад|тому|önce)$|^\d+\s*(?:秒|分|時間|日|週間|か月|ヶ月|年|分钟|分鐘|小时|小時|天|周|週|个月|個月)前$/iu;
const NAME_AGO = /^.{0,20}\p{L}.{0,20}\s\d+\s?\S{1,12} (?:ago|fa|geleden|sedan|siden|sitten|temu|назад|тому|önce)$/iu;
const CLOCK = /\b(?:[01]?\d|2[0-3]):[0-5]\d\b/;
const SAYS =
  /^.{1,30} (?:says|said|wrote|writes|schreibt|schrieb|sagt|a dit|a écrit|dice|ha scritto|escribió|dijo)[:：]$/iu;
/** As nobody's name is written elsewhere: “gary77”, “@tide_watcher”. */
const ALIAS = /^(?:@[\p{L}\d._-]+|\p{L}[\p{L}._-]*[\d_][\p{L}\d._-]*)$/u;

/**
 * The number of the block that readers' comments begin at, which go on to the end of `blocks`: a line that introduces them, with names, days and
 * buttons between what is said. A section of the text with that heading has long text under it at once, or no names. `surely`: only where a day or
 * a button shows that it is none.
 */
export function commentsAt(blocks: readonly Block[], surely = false): number | undefined {
  const cues = blocks.flatMap((block, i) => (i > 0 && cueOf(linesIn(block)?.[0] ?? "") ? [i] : []));
  return cues.slice(-TRIED).find((at) => areComments(blocks, at, surely));
}

/** A section of a text can have the first for its heading; a number or an invitation only a page has. */
type Cue = "heading" | "label";

/** Whether a whole line introduces comments, or asks for them. */
function cueOf(line: string): Cue | undefined {
  if (widthOf(line) > SHORT || /[.!?。！？]$/u.test(line)) return undefined;
  const said = bare(line);
  if (COMMENTS.has(said)) return "heading";
  if (INVITES.has(said)) return "label";
  const [, before, words = "", after] = COUNTED.exec(said) ?? [];
  return (before ?? after) !== undefined && (COMMENTS.has(words) || COMMENTS.has(`# ${words}`)) ? "label" : undefined;
}

function areComments(blocks: readonly Block[], at: number, surely: boolean): boolean {
  const lines: string[] = [];
  for (const block of blocks.slice(at)) {
    const more = linesIn(block);
    if (!more || (block.type === "heading" && more.some((line) => widthOf(line) > SHORT))) return false;
    lines.push(...more);
  }
  const cue = cueOf(lines.shift() ?? "");
  const said = { names: 0, signs: 0, aliases: 0, runs: 0, longest: 0, width: 0 };
  let run = 0;
  for (const [i, line] of lines.entries()) {
    const width = widthOf(line);
    said.width += width;
    const isName = isShort(line);
    const isBeside = isSign(line);
    if (i === 0 && !isName && !isBeside && cue !== "label") return false;
    if (isBeside) said.signs++;
    else if (isName) said.names++;
    if (ALIAS.test(line)) said.aliases++;
    if (isName || isBeside) run = 0;
    else {
      if (run === 0) said.runs++;
      run += width;
      said.longest = Math.max(said.longest, run);
      if (run > LONGEST) return false;
    }
  }
  const before = widthBefore(blocks, at);
  if (said.runs === 0 || said.width > before * MOST) return false;
  if (said.names + said.signs === 0 || (said.names + lines.filter(isSigned).length) * 2 < said.runs) return false;
  if (said.signs > 0) return true;
  if (surely) return false;
  return (said.aliases > 0 || cue === "label" || said.width <= before * PART) && said.longest <= LITTLE;
}

function isShort(line: string): boolean {
  return (
    widthOf(line) <= SHORT &&
    !/[.!?。！？]["”’»」)]*$/u.test(line) &&
    line.split(/\s+/u).length <= NAME_WORDS &&
    /[\p{L}\p{N}]/u.test(line)
  );
}

/** A name with a day, or with a word for speaking. */
function isSigned(line: string): boolean {
  if (SAYS.test(line) || NAME_AGO.test(line) || creditOf(line, "")?.byline !== undefined) return true;
  const others = partsOf(line).filter((part) => !saysWhen(part));
  return others.length === 1 && others[0] !== line && isShort(others[0]!) && !isButton(others[0]!);
}

/** A day, how long ago it was, or a button. */
function isSign(line: string): boolean {
  if (widthOf(line) > 2 * SHORT || !/[\p{L}\p{N}]/u.test(line)) return false;
  return isSigned(line) || partsOf(line).every((part) => saysWhen(part) || isButton(part));
}

const partsOf = (line: string) => line.split(/\s*[·•|]\s*/u).filter((part) => part !== "");

function saysWhen(part: string): boolean {
  if (AGO.test(part) || creditOf(part, "")?.published !== undefined) return true;
  return CLOCK.test(part) && widthOf(part) <= SHORT && !/[.!?。！？]$/u.test(part);
}

const isButton = (part: string) => REPLY.has(bare(part).replace(/^\d+ | \(?\d+\)?$/g, ""));

/** Without blanks at the ends and empty ones. Undefined for what no comment has. */
function linesIn(block: Block): string[] | undefined {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return textOf(block.content)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    case "list":
      return allOf(block.items.flat());
    case "quote":
      return allOf(block.content);
    case "rule":
      return [];
    default:
      return undefined;
  }
}

function allOf(blocks: readonly Block[]): string[] | undefined {
  const lines = blocks.map(linesIn);
  return lines.includes(undefined) ? undefined : lines.flatMap((some) => some!);
}

function widthBefore(blocks: readonly Block[], at: number): number {
  return leavesOf({ blocks: blocks.slice(0, at) }).reduce((sum, { text }) => sum + widthOf(text), 0);
}
