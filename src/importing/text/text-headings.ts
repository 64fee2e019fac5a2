import type { Block } from "#domain/article.ts";
import { endsSentence, widthOf } from "./lines.ts";

/** A paragraph of plain text before it is known whether it is a heading. */
export interface Candidate {
  text: string;
  /** It stood on one line, with what parts paragraphs before and after it. */
  alone: boolean;
}

type Level = 2 | 3 | 4 | 5 | 6;

/** A line as long as this is a sentence, with or without its mark. */
const LONGEST = 80;

const NUMBERED =
  /^(?:(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?(?=\s)|([IVX]{1,5})\.|(?:Chapter|Part|Section|Kapitel|Teil|Chapitre|Capítulo|Capitolo|Hoofdstuk|Глава|Часть|Розділ|פרק|الفصل)\s+(?:\d+|[IVX]+)\b[.:]?|第[\d一二三四五六七八九十百]+[章節节部]|제\s*\d+\s*장)\s*/u;

/**
 * The level that a line of text has as a heading, undefined for other lines. Sure signs are capitals throughout and numbers; a short line without an
 * end mark counts only between paragraphs that are long beside it.
 */
export function headingLevel(
  line: Candidate,
  before: Candidate | undefined,
  after: Candidate | undefined,
): Level | undefined {
  const { text } = line;
  if (!line.alone || text.includes("\n") || widthOf(text) > LONGEST || !after) return undefined;
  if (/https?:|@|^[-–—>|*#“"«„「『(（[]|[,;:.。、，]$|^\p{Ll}/u.test(text)) return undefined;
  if (/\d[./-]\d{1,2}[./-]\d{2}/.test(text)) return undefined;
  if (isCapitals(text)) return 2;
  const follows = isProse(after, text) || isSentence(after, text);
  const numbered = NUMBERED.exec(text);
  if (/[.!?]\s+\p{Lu}/u.test(text.slice(numbered?.[0].length ?? 0))) return undefined;
  if (numbered && /\p{L}/u.test(text) && !/[.!?]$/.test(text) && (follows || widthOf(after.text) < LONGEST)) {
    const depth = numbered[1]?.split(".").length ?? 1;
    return Math.min(6, 1 + depth) as Level;
  }
  if (!follows || !/\p{L}/u.test(text) || widthOf(text) > 64 || text.split(/\s+/).length > 10) return undefined;
  if (/[.!…。！]$/u.test(text) || /\d{4}$/.test(text)) return undefined;
  return before === undefined || isProse(before, text) || endsSentence(before.text) || before.text.includes("\n")
    ? 2
    : undefined;
}

function isProse({ text }: Candidate, beside: string): boolean {
  return widthOf(text) > Math.max(LONGEST, 1.5 * widthOf(beside));
}

/** A paragraph of one short sentence, which is longer than what stands over it. */
function isSentence({ text }: Candidate, beside: string): boolean {
  return /[.!?。！？]["”’»」]?$/u.test(text) && widthOf(text) > Math.max(40, 1.5 * widthOf(beside));
}

/** Two words or a long one, all in capitals, in a script that has them. */
function isCapitals(text: string): boolean {
  const letters = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters >= 5 && !/\p{Ll}/u.test(text) && letters > text.length / 2 && !/[.!?]$/.test(text);
}

/** Headings from level 2 on, each at most one deeper than the one before it. Changes the blocks. */
export function closeGaps(blocks: readonly Block[]): void {
  const headings = blocks.filter((block) => block.type === "heading");
  const levels: number[] = [];
  for (const heading of headings) {
    while (levels.length > 0 && levels.at(-1)! >= heading.level) levels.pop();
    levels.push(heading.level);
    heading.level = Math.min(6, levels.length + 1) as Level;
  }
}
