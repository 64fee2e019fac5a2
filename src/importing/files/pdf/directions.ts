import type { Line } from "./lines.ts";
import type { Run } from "./page.ts";

/** The order of runs, which a page has from left to right, as they are read; and what is mirrored in letters that run from right to left. */

const WORDS = /[\p{L}\p{N}]/u;

/** Right to left, but for stretches that run the other way, such as names in another script. */
export function fromTheRight(runs: Run[]): Run[] {
  const ordered: Run[] = [];
  let stretch: Run[] = [];
  for (const run of runs.toSorted((a, b) => b.x + b.width - a.x - a.width)) {
    if (!run.rtl && WORDS.test(run.text)) {
      stretch.unshift(run);
      continue;
    }
    ordered.push(...stretch, run);
    stretch = [];
  }
  return [...ordered, ...stretch];
}

/** `runs`: by their places, with the blanks between them. Left to right, but for stretches that run the other way; what stands between two words of one belongs to it. */
export function fromTheLeft(runs: Run[]): Run[] {
  if (!runs.some(({ rtl }) => rtl)) return runs;
  const ordered: Run[] = [];
  let stretch: Run[] = [];
  let between: Run[] = [];
  const flush = () => {
    ordered.push(...stretch, ...between);
    [stretch, between] = [[], []];
  };
  for (const run of runs) {
    if (run.rtl && WORDS.test(run.text)) {
      stretch = [run, ...between.toReversed(), ...stretch];
      between = [];
    } else if (stretch.length > 0 && !WORDS.test(run.text)) between.push(run);
    else {
      flush();
      ordered.push(run);
    }
  }
  flush();
  return ordered;
}

const MARKS = /^\p{M}+$/u;
/** More on one letter are no writing; to put them in order takes the square of their number. */
const MOST_MARKS = 30;

/**
 * `runs`: in the order in which the file draws them. Vowel signs of Arabic and Hebrew that it places one by one are joined to their letter, whatever
 * place they have: it is drawn before them, or after them where the letters are drawn from left to right.
 */
export function withMarks(runs: Run[]): Run[] {
  const isMark = runs.map(({ text }) => MARKS.test(text));
  if (!isMark.includes(true)) return runs;
  const letterAfter: number[] = [];
  for (let at = runs.length - 1, after = runs.length; at >= 0; at--) {
    letterAfter[at] = after;
    if (!isMark[at]) after = at;
  }
  const marksOf = new Map<number, string[]>();
  const joined = new Set<number>();
  let before = -1;
  for (const [at, mark] of runs.entries()) {
    if (!isMark[at]) {
      before = at;
      continue;
    }
    const after = letterAfter[at]!;
    const near = [before, after].filter((index) => isBeside(runs[index], mark));
    const letter = near.length > 1 && runs[before]!.x < runs[after]!.x ? after : near[0];
    if (letter === undefined) continue;
    const marks = marksOf.get(letter) ?? [];
    marksOf.set(letter, marks);
    marks.push(mark.text);
    joined.add(at);
  }
  return runs.flatMap((run, at) => {
    if (joined.has(at)) return [];
    const marks = marksOf.get(at)?.join("");
    if (marks === undefined) return run;
    const text = run.text + marks;
    return { ...run, text: marks.length > MOST_MARKS ? text : text.normalize("NFC") };
  });
}

function isBeside(letter: Run | undefined, mark: Run): boolean {
  if (!letter?.rtl || Math.abs(letter.y - mark.y) > letter.size) return false;
  return mark.x > letter.x - letter.size && mark.x < letter.x + letter.width + letter.size;
}

const PAIRS = ["()", "[]", "{}", "<>", "«»", "‹›"];
const MIRRORED = new Map(PAIRS.flatMap(([open, close]) => [[open!, close!] as const, [close!, open!] as const]));
const BRACKETS = /[()[\]{}<>«»‹›]/g;
const isOpening = (bracket: string) => PAIRS.some(([open]) => open === bracket);

/**
 * Most programs write of a bracket how it looks, and in letters from right to left an opening one looks like a closing one. Whether this
 * one does, its pairs tell.
 */
export function withBrackets(lines: Line[]): Line[] {
  let swapped = 0;
  for (const { rtl, text } of lines) {
    const brackets = text.match(BRACKETS) ?? [];
    const [first, last] = [brackets[0], brackets.at(-1)];
    if (!rtl || brackets.length < 2 || isOpening(first!) === isOpening(last!)) continue;
    swapped += isOpening(first!) ? -1 : 1;
  }
  if (swapped <= 0) return lines;
  return lines.map((line) => {
    if (!line.rtl || !BRACKETS.test(line.text)) return line;
    const runs = line.runs.map((run) => {
      if (!run.rtl && WORDS.test(run.text)) return run;
      return { ...run, text: run.text.replace(BRACKETS, (bracket) => MIRRORED.get(bracket)!) };
    });
    return { ...line, runs, text: runs.map(({ text }) => text).join("") };
  });
}
