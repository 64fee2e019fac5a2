import type { Numbering } from "#domain/article.ts";

/** What the bullet or number in front of an item says of it. */
export interface Mark {
  ordered: boolean;
  number: number;
  numbering?: Numbering;
  /** The number of the item around it, of a number such as “2.1”. */
  within?: number;
}

/** Signs of Word's symbol fonts as letters, and bullets of others. */
const BULLETS = /^[·•o§Øüvq*\-–—▪▫◦‣●○■□➢✓✔\uF000-\uF0FF]$/u;
const NUMBER = /^[([（]?(\d{1,4})[.):\]）．、]*$/;
const LETTERS = /^[([（]?([a-z]{1,6}|[A-Z]{1,6})[.):\]）．、]+$/;
const PARTS = /^(?:\d{1,4}\.)*(\d{1,4})\.(\d{1,4})[.):]*$/;
const ROMAN = /^(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$|^c$/;

/** How the mark of an item can be read, likeliest first: “c.” is a letter, or else a hundred. None for one that says more than a list can. */
export function readingsOf(mark: string): Mark[] {
  const text = mark.replace(/[\s\u00A0]+/g, "");
  const parts = PARTS.exec(text);
  if (parts) return [{ ordered: true, number: Number(parts[2]), within: Number(parts[1]) }];
  const digits = NUMBER.exec(text)?.[1];
  if (digits) return [{ ordered: true, number: Number(digits) }];
  const letters = LETTERS.exec(text)?.[1];
  if (letters) return readingsOfLetters(letters);
  // A picture in place of a sign leaves no text.
  return text === "" || BULLETS.test(text) || !/[\p{L}\p{N}]/u.test(text) ? [{ ordered: false, number: 1 }] : [];
}

function readingsOfLetters(letters: string): Mark[] {
  const small = letters.toLowerCase();
  const isSmall = small === letters;
  const readings: Mark[] = [];
  // In Word the letters after “z” are “aa”, “bb”.
  if (/^(.)\1*$/.test(small)) {
    const number = small.charCodeAt(0) - 96 + 26 * (small.length - 1);
    readings.push({ ordered: true, number, numbering: isSmall ? "a" : "A" });
  }
  if (!ROMAN.test(small)) return readings;
  const roman: Mark = { ordered: true, number: romanOf(small), numbering: isSmall ? "i" : "I" };
  return /^[clb]$/.test(small) ? [...readings, roman] : [roman, ...readings];
}

const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanOf(letters: string): number {
  let sum = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = VALUES[letters[i]!]!;
    sum += value < (VALUES[letters[i + 1] ?? ""] ?? 0) ? -value : value;
  }
  return sum;
}

/** Whether an item can go on the list that has come to `last`. */
export function follows(item: Mark, last: Mark): boolean {
  if (item.ordered !== last.ordered) return false;
  return !item.ordered || (item.number === last.number + 1 && item.numbering === last.numbering);
}
