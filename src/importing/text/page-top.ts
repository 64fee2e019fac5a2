import { isFurniture } from "./furniture.ts";
import { endsSentence, widthOf } from "./lines.ts";
import { CONSENT, CONSENT_BUTTONS, COOKIES, MENU } from "./page-top-words.ts";
import { bare } from "./tail-cues.ts";
import { creditOf } from "./text-header.ts";

/** Lines of a box that asks for consent, without its buttons. */
const BOX = 6;
const HEADING = 60;
/** In columns and words, of one entry of a menu; so many make one, of which some are known. */
const ENTRY = 24;
const ENTRY_WORDS = 3;
const FEWEST = 3;
const KNOWN = 2;
const MOST_ENTRIES = 80;
const LONGEST_TITLE = 150;
/** Under a title the text begins within so many lines. */
const UNDER_TITLE = 6;

/**
 * How many of the lines at the top of a page that was copied as a whole are none of its text: a box that asks for consent, where a button shows it,
 * and a menu, where its entries are known and a title with text under it follows. 0 where that is not clear; a poem's lines are no menu.
 */
export function linesOverText(lines: readonly string[]): number {
  const full = lines.slice(0, 400).flatMap((line, at) => (line.trim() === "" ? [] : [{ text: line.trim(), at }]));
  const texts = full.map(({ text }) => text);
  let top = 0;
  let hasBox = false;
  for (let found = 1; found > 0; top += found) {
    const rest = texts.slice(top);
    const box = boxAt(rest);
    hasBox ||= box > 0;
    found = box || menuAt(rest, hasBox);
    if (found === 0 && top > 0)
      found = Math.max(
        0,
        rest.findIndex((line) => !isFurniture(line)),
      );
  }
  return texts.slice(top).some(isProse) ? (full[top]?.at ?? 0) : 0;
}

const isProse = (line: string) => widthOf(line) > 80 || (widthOf(line) > 40 && endsSentence(line));

/** Sentences on cookies, perhaps under a heading, down to the last of their buttons. */
function boxAt(lines: readonly string[]): number {
  const isButton = (line: string | undefined) => line !== undefined && CONSENT_BUTTONS.has(bare(line));
  const first = lines.slice(0, BOX + 1).findIndex(isButton);
  if (first < 1) return 0;
  const asks = lines.slice(0, first);
  const isAbout = (line: string, i: number) =>
    CONSENT.test(line) || isFurniture(line) || (i === 0 && first > 1 && widthOf(line) <= HEADING);
  if (!asks.every(isAbout) || !asks.some((line) => COOKIES.test(line) && endsSentence(line))) return 0;
  let end = first;
  while (isButton(lines[end])) end++;
  return end;
}

/** Short lines over a title, and a line of several. */
function menuAt(lines: readonly string[], isTold: boolean): number {
  let end = 0;
  let entries = 0;
  let known = 0;
  for (; end < lines.length && entries < MOST_ENTRIES; end++) {
    const parts = lines[end]!.split(/\s*[|·•›»>]\s*|\t+| {2,}/u).filter((part) => part !== "");
    if (parts.length === 0 || !parts.every(isEntry)) break;
    entries += parts.length;
    known += parts.filter(isKnown).length;
  }
  const next = lines[end];
  if (next === undefined || known < (isTold ? 1 : KNOWN)) return 0;
  if (entries >= FEWEST && boxAt(lines.slice(end)) > 0) return end;
  const isTitle = !isProse(next) && !creditOf(next, "") && widthOf(next) <= LONGEST_TITLE && !/[,;:]$/.test(next);
  if (isTitle) return entries >= FEWEST && hasTextUnder(lines, end) ? end : 0;
  // The last of the short lines is the title.
  const title = lines[end - 1]!;
  return entries > FEWEST && !isKnown(title) && hasTextUnder(lines, end - 1) ? end - 1 : 0;
}

const isKnown = (line: string) => MENU.has(bare(line)) || isFurniture(line);

function isEntry(line: string): boolean {
  return (
    widthOf(line) <= ENTRY &&
    line.split(/\s+/u).length <= ENTRY_WORDS &&
    !/[.,;:!?…。、，！？]["”’»」)]*$/u.test(line) &&
    !creditOf(line, "")
  );
}

/** Prose, at once or under author and day. */
function hasTextUnder(lines: readonly string[], title: number): boolean {
  const under = lines.slice(title + 1, title + 1 + UNDER_TITLE);
  const prose = under.findIndex(isProse);
  return (
    prose >= 0 &&
    under.slice(0, prose).every((line) => creditOf(line, "") ?? (isFurniture(line) || widthOf(line) <= HEADING))
  );
}
