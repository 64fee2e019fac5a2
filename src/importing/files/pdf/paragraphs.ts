import { grouped } from "./grouped.ts";
import type { Line } from "./lines.ts";

/** The text of the whole document, as its lines show it. */
export interface Setting {
  /** Of the running text, in points. */
  size: number;
  bold: boolean;
  /** Of a typewriter: then what is set so is no code. */
  mono: boolean;
  /** From line to line, in multiples of the size. */
  leading: number;
  /** Its lines end at one edge. */
  justified: boolean;
  /** Paragraphs begin with an indented line. */
  indents: boolean;
}

/** At the start of an item: a bullet, or a number or letter with a full stop or parenthesis. */
export const BULLET = /^\s*[•◦▪▫■□●○‣⁃∙·–—-]\s+(?=\S)/u;
export const NUMBER = /^\s*\(?(\d{1,3}|[a-z])[.)]\s+(?=\S)/u;

const ENDS_SENTENCE = /[.!?:;…。！？：」』؟۔]["”’»)\]]*\s*$/u;

/** A new sentence seldom does, in quotation marks or not. */
const STARTS_SMALL = /^[\s\p{Pi}\p{Pf}"'„‚]*\p{Ll}/u;

/** In multiples of the size: a line that is filled ends so near to the edge. */
const FLUSH = 0.3;

export function settingOf(lines: Line[], size: number): Setting {
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.6);
  const gaps: number[] = [];
  let indented = 0;
  let flush = 0;
  for (const [index, line] of body.entries()) {
    const before = body[index - 1];
    if (before?.column !== line.column || line.y <= before.y || line.y - before.y > size * 2.5) continue;
    gaps.push((line.y - before.y) / size);
    if (isIndented(line, before)) indented++;
    else flush++;
  }
  const justified = body.filter((line) => whiteAfter(line) < size * FLUSH).length * 2 > body.length;
  const most = (name: "bold" | "mono") =>
    body.reduce((sum, line) => sum + (line[name] ? line.text.length : -line.text.length), 0) > 0;
  const common = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 1.2;
  // Of a few lines most may be paragraphs, with the white of those between them.
  const leading = gaps.length < 5 ? Math.min(common, 1.5) : common;
  return { size, bold: most("bold"), mono: most("mono"), leading, justified, indents: indented * 25 > flush };
}

/** Lines of one paragraph each, in order. What a float broke in two is whole again, with the float behind it. */
export function paragraphsOf(lines: Line[], setting: Setting): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    if (current && goesOn(current, line, setting)) current.push(line);
    else paragraphs.push([line]);
  }
  return mended(paragraphs, setting);
}

/** From the side a line begins at, in points. */
function indentOf({ rtl, left, right, columnLeft, columnRight }: Line): number {
  return rtl ? columnRight - right : left - columnLeft;
}

function isIndented(line: Line, before: Line): boolean {
  return indentOf(line) > line.size * 0.7 && indentOf(line) - indentOf(before) > line.size * 0.6;
}

function isCentred({ left, right, columnLeft, columnRight, size }: Line): boolean {
  const [start, end] = [left - columnLeft, columnRight - right];
  return start > size && Math.abs(start - end) < size * 1.5;
}

/** What a line leaves free at its end, in points. */
function whiteAfter({ rtl, left, right, columnLeft, columnRight }: Line): number {
  return rtl ? left - columnLeft : columnRight - right;
}

/** Ends well before the side the next line would reach. */
function isShort(line: Line): boolean {
  return whiteAfter(line) > (line.columnRight - line.columnLeft) * 0.15;
}

/** There was ample room for the next line's first word: the line was ended, not broken. Beside a picture all lines end early. */
function isEnded(paragraph: Line[], next: Line): boolean {
  const last = paragraph.at(-1)!;
  if (/\p{L}[-‐\u00ad]\s*$/u.test(last.text) || STARTS_SMALL.test(next.text)) return false;
  const [word = ""] = /^\s*\S+/u.exec(next.text) ?? [];
  const letter = (next.right - next.left) / Math.max(next.text.length, 1);
  const others = [...paragraph.slice(0, -1), next].map(whiteAfter);
  const white = paragraph.length > 1 ? whiteAfter(last) - Math.min(...others) : whiteAfter(last);
  const wanted = /^\p{Script=Han}|^\p{Script=Hiragana}|^\p{Script=Katakana}/u.test(word)
    ? last.size * 3
    : (word.length + 1) * letter * 1.5;
  return white > Math.max(wanted, (last.columnRight - last.columnLeft) * (paragraph.length > 1 ? 0.12 : 0.2));
}

function goesOn(paragraph: Line[], line: Line, setting: Setting): boolean {
  const before = paragraph.at(-1)!;
  // Where the file says what is a paragraph, nothing is guessed.
  const [table, tableBefore] = [line.tag?.cell?.table, before.tag?.cell?.table];
  if ((line.tag?.isGuessed || before.tag?.isGuessed) && table !== tableBefore) return false;
  if (line.tag && before.tag && line.page === before.page) {
    return table === undefined ? line.tag.block === before.tag.block : table === tableBefore;
  }
  if (Math.abs(before.size - line.size) > setting.size * 0.07 || before.bold !== line.bold) return false;
  const isListed = BULLET.test(line.text) || isItem(paragraph[0]!);
  const code = isCode(line, setting);
  if (code !== isCode(before, setting) && !isListed) return false;
  if (code && !isListed) return before.column === line.column && line.y > before.y && line.y - before.y < line.size * 3;
  if (BULLET.test(line.text) || (NUMBER.test(line.text) && (isShort(before) || ENDS_SENTENCE.test(before.text))))
    return false;
  if (before.column !== line.column)
    return isUnderHeading(before, line, setting) || continuesElsewhere(before, line, setting);
  const gap = line.y - before.y;
  if (gap <= 0 || gap > mostGap(line, setting)) return false;
  // A heading of several lines, however they are placed.
  if (line.size > setting.size * 1.1) return true;
  const centred = isCentred(before) && isCentred(line);
  if (centred) return !(ENDS_SENTENCE.test(before.text) && isShort(before));
  if (isIndented(line, before)) return paragraph.length === 1 && isItem(paragraph[0]!);
  const hangs = paragraph.length > 1 && indentOf(paragraph[0]!) < line.size * 0.3 && indentOf(before) > line.size * 0.7;
  if (hangs && indentOf(line) < line.size * 0.3) return false;
  return !(isShort(before) && ENDS_SENTENCE.test(before.text)) && !isEnded(paragraph, line);
}

/** Set in a typewriter's letters where the text is not. */
export function isCode({ mono, text }: Line, setting: Setting): boolean {
  return mono && !setting.mono && !BULLET.test(text);
}

const isItem = ({ text }: Line) => BULLET.test(text) || NUMBER.test(text);

/** From a line to the next of one paragraph, in points. */
const mostGap = ({ size }: Line, { leading }: Setting) => Math.max(leading * 1.3 * size, size * 1.25) + 0.5;

/** The next line of a heading over several columns, which is no wider than one of them. */
function isUnderHeading(before: Line, line: Line, setting: Setting): boolean {
  if (line.size <= setting.size * 1.1 || before.page !== line.page) return false;
  const gap = line.y - before.y;
  return gap > 0 && gap <= mostGap(line, setting) && line.left < before.right && line.right > before.left;
}

/** Across a column or a page a paragraph goes on where its sentence does; at the end of one, only indents can tell. */
function continuesElsewhere(before: Line, line: Line, { indents, justified, size }: Setting): boolean {
  if (Math.abs(line.size - size) > size * 0.07) return false;
  if (!ENDS_SENTENCE.test(before.text))
    return !isShort(before) || STARTS_SMALL.test(line.text) || !hasRoomFor(line, before);
  // A last line that happens to be full is rare.
  if (!indents && justified) return whiteAfter(before) < size * FLUSH && line.bold === before.bold;
  return indents && !isShort(before) && indentOf(line) < line.size * 0.5;
}

/** Whether the line above had room for the first word of this one. */
function hasRoomFor(line: Line, before: Line): boolean {
  const [word = ""] = /^\s*\S+/u.exec(line.text) ?? [];
  return whiteAfter(before) > ((word.length + 1) * (line.right - line.left)) / Math.max(line.text.length, 1);
}

const MOST_FLOATS = 2;

function mended(paragraphs: Line[][], { size }: Setting): Line[][] {
  const whole: Line[][] = [];
  const isBody = (paragraph: Line[]) => Math.abs(paragraph[0]!.size - size) < size * 0.07;
  /** Where the sentence began that this paragraph goes on with. */
  const openFor = (paragraph: Line[]) => {
    if (!isBody(paragraph) || !STARTS_SMALL.test(paragraph[0]!.text)) return undefined;
    for (let back = 2; back <= MOST_FLOATS + 1 && back <= whole.length; back++) {
      const open = whole.at(-back)!;
      const isOpen = isBody(open) && !ENDS_SENTENCE.test(open.at(-1)!.text);
      if (isOpen && !whole.slice(1 - back).some(isBody)) return open;
    }
    return undefined;
  };
  for (const paragraph of paragraphs) {
    const open = openFor(paragraph);
    if (open) open.push(...paragraph);
    else whole.push(paragraph);
  }
  return whole;
}

/** The size of most letters of a document. */
export function bodySize(lines: Line[]): number {
  let best = 10;
  let most = 0;
  for (const [size, alike] of grouped(lines, (line) => Math.round(line.size * 2) / 2)) {
    const letters = alike.reduce((sum, { text }) => sum + text.length, 0);
    if (letters > most) [best, most] = [size, letters];
  }
  return best;
}
