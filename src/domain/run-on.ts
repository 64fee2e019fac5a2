import type { Habits } from "./abbreviations/habits.ts";
import { CLOSERS, OPENERS } from "./marks.ts";
import type { PossibleEnd } from "./sentence-ends.ts";

/** How a word begins: Georgian letters count as small in Unicode, though the script has no capitals. */
const SMALL = /^(?![ა-ჿ])\p{Ll}(?!\p{Lu})/u;

/** What stands before the first letter or digit of the next sentence. */
const BEFORE_WORD = new RegExp(`^[\\s${OPENERS}${CLOSERS}—–-]*`);

/** "1.", "iv.)", "A.", "Figure 3.", "Part II.": the number of a list item, a heading or a caption, alone. */
const MARKER = /^[^\p{L}\p{N}]*(?:(?:\p{L}+\s)?(?:\d{1,3}|[IVXL]{1,5})|[ivx]{1,4}|\p{L})\.\)?\s*$/u;

/** "[...]", "(…)", and a pause between spaces, ". . .": something left out, not something ended. */
const LEFT_OUT = /(?:[[(]\s*(?:\.\s?\.\s?\.|…)\s*[\])]["”’»]*|[^.\s]\s+\. \. \.|\s…|^\s*\. \. \.)\s*$/;

/** "(Smith 55).", "[3]", "» ": what the sentence before still has to take in. */
const BELONGS_BEFORE = /^(?:[([][^()[\]]{1,80}[)\]][.,;:!?]|\[\d{1,3}\]|[»”)\]]\s)/;

/** "At 5 a.m.", "By the 1990s, U.S.": too short, after such a word, to be a sentence. */
const OPENING = /^\W*(?:At|By|In|On|From|Since|Until|Before|After|Around|About|For)(?:\s+\S+){1,2}\s*$/;

const NUMBER = /^\s*(?:\p{Nd}|(?:[IVXLC]{2,}|[VX])\b)/u;

const SHORT = /^[\p{L}\p{M}.°№]{1,3}$/u;

/** "E", "U.S", "т.е". One syllable of Korean or Chinese is a word. */
const INITIALS = /^(?:\p{L}\p{M}*\.)*(?![\p{sc=Hang}\p{sc=Hani}])\p{L}\p{M}*$/u;

/** "z. B", the last two of abbreviations that are written with spaces as often as without. */
const PAIR = /(?<![\p{L}\p{N}])(\p{L}{1,3})\.\s(\p{L}{1,3})$/u;

/** "5 m.", "you and I." */
const NOT_INITIAL = /[\p{N}°º]\s?\p{L}$|\b(?:and|or) I$/u;

/**
 * Does the sentence that begins at `start` go on past this possible end? In doubt it does: a voice that runs two sentences
 * together is heard once, one that stops after "Mr." is heard every time.
 */
export function runsOn(text: string, start: number, { at, stop }: PossibleEnd, habits: Habits): boolean {
  const after = text.slice(at, at + 100);
  const word = after.slice(BEFORE_WORD.exec(after)![0].length);
  if (SMALL.test(word) || BELONGS_BEFORE.test(after)) return true;

  const mark = text.charAt(stop - 1);
  const spaced = /\s/.test(text.charAt(at - 1));
  // "example.org/?q=1", "10.5": nothing ends inside a word, except in scripts that put no space between sentences.
  if (
    !spaced &&
    (mark === "." || (/[!?…]/.test(mark) && !/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「『（“]/u.test(after)))
  )
    return true;
  // 「行く。」と言った。 He said "…" goes on after the closing mark.
  if (!spaced && /[。！？]/.test(mark) && /["”’」』）》]/.test(text.charAt(at - 1)) && !/^["「『（“‘《【]/.test(after))
    return true;

  const tail = text.slice(Math.max(start, at - 100), at);
  if (LEFT_OUT.test(tail)) return true;
  if (mark !== "." || text.charAt(stop - 2) === ".") return false;
  return (at - start < 100 && MARKER.test(tail)) || abbreviated(text, start, stop, word, habits);
}

/** Is the full stop before `stop` that of an abbreviation which what follows, `following`, belongs to? */
function abbreviated(text: string, start: number, stop: number, following: string, habits: Habits): boolean {
  const before = text.slice(Math.max(start, stop - 60), stop - 1);
  const word = /[\p{L}\p{M}\p{N}.°№"'’-]*$/u.exec(before)![0].replace(/^["'’.-]+/, "");
  const pair = PAIR.exec(before.slice(-9))?.slice(1).join(".").toLowerCase() ?? "";
  const token = habits.introducing.has(pair) || habits.open.has(pair) ? pair : word;
  const isOneOf = (list: ReadonlySet<string>) => list.has(token) || list.has(token.toLowerCase());

  if (isOneOf(habits.introducing)) return true;
  // "No. 5", "p. IV"; but "in 1910. 20 more", "at once. 20 more".
  if (SHORT.test(word) && NUMBER.test(text.slice(stop, stop + 20))) return true;

  const next = /^\p{L}[\p{L}\p{M}-]*/u.exec(following)?.[0] ?? "";
  // "J. A. Smith": a starter with a full stop of its own is an initial.
  const starts = habits.starters.has(next) && !(next.length === 1 && following.charAt(1) === ".");
  if (isOneOf(habits.open)) return !starts;
  if (INITIALS.test(token)) {
    if (token.includes(".") && OPENING.test(text.slice(start, stop))) return true;
    return !starts && !NOT_INITIAL.test(before);
  }
  return habits.ordinals && /^\d{1,2}$/.test(token) && !starts;
}
