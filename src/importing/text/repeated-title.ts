import { endsSentence, widthOf } from "./lines.ts";
import { lettersOf } from "../normal-form.ts";

/** A headline takes so many lines at most, and so many columns. */
const MOST_LINES = 3;
const LONGEST = 200;

/** Between the headline and the name of its site, in the title of a page. */
const PARTS = /\s+[-–—·•:»«~]\s+|\s*[|｜]\s*/u;

/** As much of the letters of a title has to be in a part of it to be the headline: less may be the site, whose name mostly comes last. */
const LEAST_BEFORE = 0.4;
const LEAST_AFTER = 0.5;

export interface RepeatedTitle {
  /** As the lines have it: without the name of the site, and not cut off. */
  title: string;
  /** How many lines say it. */
  lines: number;
}

/**
 * Whether the first of these lines say a title once more, as they do where an app gives a page's title and then its text, headline and all. The
 * title may have the name of the site besides, or be cut off with three dots; case and punctuation do not matter.
 */
export function repeatedTitle(title: string, lines: readonly string[]): RepeatedTitle | undefined {
  for (let count = 1; count <= MOST_LINES; count++) {
    if (!lines[count - 1]?.trim()) return undefined;
    const said = lines
      .slice(0, count)
      .map((line) => line.trim())
      .join(" ");
    if (widthOf(said) > LONGEST) return undefined;
    if (isSame(title, said)) return { title: said, lines: count };
  }
  return undefined;
}

function isSame(title: string, said: string): boolean {
  const letters = lettersOf(said);
  if (letters === "") return false;
  if (lettersOf(title) === letters) return true;
  const [, begun] = /^(.{20,}?)\s*(?:…|\.\.\.)$/u.exec(title.trim()) ?? [];
  if (begun) return letters.startsWith(lettersOf(begun)) && !endsSentence(said);
  const parts = title.split(PARTS).map(lettersOf);
  const all = parts.join("").length;
  return parts.some(
    (_, at) =>
      (parts.slice(0, at).join("") === letters && letters.length >= all * LEAST_BEFORE) ||
      (parts.slice(at).join("") === letters && letters.length >= all * LEAST_AFTER),
  );
}
