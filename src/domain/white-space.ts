import type { Inline, Mark, TextRun } from "./article.ts";

const WIDE = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u303F\uFF00-\uFFEF]`;
const BREAK_BETWEEN_WIDE = new RegExp(String.raw`(?<=${WIDE})[ \t]*\n[ \t]*(?=${WIDE})`, "gu");

/**
 * A text as its source wraps it, as one line. A line's end is a space, except between two Chinese or Japanese characters, which
 * are written without spaces (as in https://www.w3.org/TR/css-text-3/#line-break-transform).
 */
export function unwrapLines(text: string): string {
  return (text.includes("\n") ? text.replace(BREAK_BETWEEN_WIDE, "") : text).replace(/[\t\r\f\n]/g, " ");
}

/**
 * The inlines of one leaf as a browser would show them: spaces collapsed across runs and gone at the ends and around line
 * breaks, empty runs dropped, neighbours under the same marks made one.
 */
export function tidyInlines(inlines: readonly Inline[]): Inline[] {
  return mergeRuns(dropTrailingSpaces(collapseSpaces(inlines)));
}

function collapseSpaces(inlines: readonly Inline[]): Inline[] {
  let before = "\n";
  return inlines.map((inline) => {
    if (!("text" in inline)) {
      before = "";
      return inline;
    }
    let text = inline.text.replace(/ {2,}/g, " ").replace(/\n /g, "\n");
    if (/[ \n]$/.test(before)) text = text.replace(/^ /, "");
    if (text !== "") before = text;
    return text === inline.text ? inline : { ...inline, text };
  });
}

/** Takes away what stands before a line break or the end, which may lie in an earlier run than the break. */
function dropTrailingSpaces(inlines: readonly Inline[]): Inline[] {
  const tidy: Inline[] = [];
  let after = "\n";
  for (const inline of inlines.toReversed()) {
    if (!("text" in inline)) {
      after = "";
      tidy.push(inline);
      continue;
    }
    let text = inline.text.replace(/ \n/g, "\n");
    if (after.startsWith("\n")) text = text.replace(/ $/, "");
    if (text === "") continue;
    after = text;
    tidy.push(text === inline.text ? inline : { ...inline, text });
  }
  return tidy.toReversed();
}

function mergeRuns(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (last && "text" in last && "text" in inline && belongTogether(last, inline)) last.text += inline.text;
    else merged.push({ ...inline });
  }
  return merged;
}

/** Two references to one note stay two, or "1" and "1" would read "11"; and what has a reading keeps it to itself. */
function belongTogether(a: TextRun, b: TextRun): boolean {
  if (a.reading ?? b.reading) return false;
  if (a.marks?.some((mark) => mark.type === "note-reference")) return false;
  return sameMarks(a.marks, b.marks);
}

function sameMarks(a: readonly Mark[] | undefined, b: readonly Mark[] | undefined): boolean {
  return a === b || (a?.length === b?.length && JSON.stringify(a) === JSON.stringify(b));
}
