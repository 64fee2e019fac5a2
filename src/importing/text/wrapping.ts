import { endsSentence, firstWordWidth, indentOf, joinLines, widthOf } from "./lines.ts";

/** How a text uses its lines. */
export interface Layout {
  /** The columns at which lines are wrapped; undefined where a line end is meant. */
  wrap?: number;
  /** Whether blank lines part paragraphs. */
  blanks: boolean;
  /** Everything, to look words up in. */
  whole: string;
}

/** Narrower columns are verse or addresses, wider ones no longer lines. */
const NARROW = 42;
const WIDE = 112;

/** How the lines of a text part it. Lines are wrapped where most are so full that the next word did not fit. */
export function layoutOf(lines: readonly string[]): Layout {
  const full = lines.filter((line) => line.trim() !== "");
  const widest = full.reduce((most, line) => (isOneWord(line) ? most : Math.max(most, widthOf(line))), 0);
  const layout = { blanks: full.length > 1 && lines.join("\n").trim().includes("\n\n"), whole: lines.join(" ") };
  if (widest < NARROW || widest > WIDE) return layout;
  let wrapped = 0;
  let pairs = 0;
  let capitals = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (line.trim() === "" || next === undefined || next.trim() === "") return;
    if (endsSentence(line) && !isFull(line, next, widest)) return;
    pairs++;
    if (/^\s*["“„«]?[\p{Lu}\p{N}]/u.test(next)) capitals++;
    if (isFull(line, next, widest)) wrapped++;
  });
  const sure =
    pairs >= 2
      ? wrapped / pairs >= 0.6
      : pairs === 1 && wrapped === 1 && full.some((line, i) => continues(full[i - 1], line));
  // Short articles of one-line paragraphs can be even by chance, but then each line ends its sentence.
  const ended = full.filter(endsSentence).length / full.length;
  // Verse begins its lines with capitals.
  return sure && capitals / pairs < 0.8 && ended < 0.8 ? { ...layout, wrap: widest } : layout;
}

/** The paragraphs of lines without a blank one between. A meant line end inside a paragraph is "\n". */
export function paragraphsOf(lines: readonly string[], layout: Layout): string[] {
  const groups: string[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before !== undefined && !breaksBetween(before, line, layout)) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  const paragraphs = groups.map((group) => joinLines(group, layout.whole));
  return isVerse(paragraphs, layout) ? [paragraphs.join("\n")] : paragraphs;
}

function breaksBetween(before: string, line: string, { wrap }: Layout): boolean {
  if (line.startsWith("\u3000")) return true;
  if (wrap === undefined) return !continues(before, line);
  if (indentOf(line) > indentOf(before) + 1 && indentOf(line) < 12 && !/^\s*\p{Ll}/u.test(line)) return true;
  if (endsSentence(before) && isOneWord(line)) return true;
  if (isFull(before, line, wrap)) return false;
  const rest = wrap - widthOf(before) - firstWordWidth(line);
  if (endsSentence(before)) return rest > wrap * 0.1 || /^[\s"“„«]*\p{Lu}/u.test(line) === false;
  return widthOf(before) < wrap * 0.6 && !/^\s*\p{Ll}/u.test(line);
}

/** Whether the next word would not have fitted. Type of uneven width wraps earlier than at the widest line. */
function isFull(line: string, next: string, widest: number): boolean {
  return widthOf(line) + 1 + firstWordWidth(next) > widest * 0.86;
}

/** A line that goes on in the middle of a sentence. */
function continues(before: string | undefined, line: string): boolean {
  return before !== undefined && widthOf(before) > 40 && !endsSentence(before) && /^\s*\p{Ll}/u.test(line);
}

/** Several short lines between blank ones: verse, an address, a signature. */
function isVerse(paragraphs: readonly string[], { wrap, blanks }: Layout): boolean {
  if (paragraphs.length < 2 || !blanks) return false;
  const short = paragraphs.filter((line) => widthOf(line) < (wrap === undefined ? 60 : wrap * 0.6)).length;
  const ended = paragraphs.filter((line) => /[.!?。！？؟।]["”’»)]*$/u.test(line)).length;
  return short === paragraphs.length && ended < paragraphs.length * 0.7;
}

function isOneWord(line: string): boolean {
  return /^\S*$/.test(line.trim()) && /[/:@_]/.test(line);
}
