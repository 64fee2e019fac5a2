const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/gu;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF01-\uFF60]/u;
const END = /[.!?…:;。！？：؟۔।॥።։]["'”’»«“)\]）」』】*_]*$/u;

/** The lines of a text, with one kind of line end, without control characters, tabs at line starts as spaces. */
export function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?|\u2028|\u0085/g, "\n")
    .replace(/[\u2029\f\v]/g, "\n\n")
    .replace(/[\p{Cc}\u200B\u2060\uFEFF]/gu, (character) => (character === "\n" || character === "\t" ? character : ""))
    .split("\n")
    .map((line) => line.replace(/^[ \t]+/, (start) => start.replaceAll("\t", "    ")).trimEnd());
}

/** How wide a line is in columns: a Chinese character takes two. */
export function widthOf(line: string): number {
  const text = line.trim();
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** By how many columns a line is moved in. An ideographic space counts two. */
export function indentOf(line: string): number {
  const [start = ""] = /^[ \u00A0\u3000]*/.exec(line) ?? [];
  return start.length + (start.match(/\u3000/g)?.length ?? 0);
}

/** Whether a line ends as sentences do. */
export function endsSentence(line: string): boolean {
  return END.test(line);
}

/** Whether the text is written without spaces between words where a line `before` meets a line `after`. */
function isSpaceless(before: string, after: string): boolean {
  return SPACELESS.test([...before].at(-1) ?? "") && SPACELESS.test([...after][0] ?? "");
}

/** The columns that the first word of a line takes, which is one character where words are not parted. */
export function firstWordWidth(line: string): number {
  const text = line.trim();
  const [first = ""] = [...text];
  return SPACELESS.test(first) ? widthOf(first) : widthOf(text.split(/\s/, 1)[0]!);
}

/**
 * Lines that were one before they were wrapped. A word that was divided is made whole again: `whole` says what else stands in the text, for
 * words that have a hyphen of their own.
 */
export function joinLines(lines: readonly string[], whole = ""): string {
  const [first = "", ...others] = lines.map((line) => line.trim());
  const parts = [first];
  for (const line of others) {
    const before = parts.at(-1)!;
    const [end, start] = meeting(before, line, whole);
    parts[parts.length - 1] = end;
    parts.push(start);
  }
  return parts.join("");
}

/** Two lines as they are to stand one after the other. */
function meeting(before: string, after: string, whole: string): [string, string] {
  const divided = /(\p{L}+)([-\u00AD\u2010])$/u.exec(before);
  const [rest] = /^\p{Ll}[\p{L}\p{M}]*/u.exec(after) ?? [];
  if (divided && rest) {
    const [, start, hyphen] = divided;
    const keeps = hyphen !== "\u00AD" && whole.includes(`${start}-${rest}`) && !whole.includes(`${start}${rest}`);
    return [keeps ? before : before.slice(0, -1), after];
  }
  // Without a space too where a hyphen is the word's own, as in "Nord-\nSüd".
  if (/\p{L}[-\u2010]$/u.test(before) && /^\p{Lu}/u.test(after)) return [before, after];
  return [before, isSpaceless(before, after) ? after : ` ${after}`];
}
