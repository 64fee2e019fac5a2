/** "Say it like": how the reader wants words said, by writing them otherwise. A respelling works with every voice. */

export interface Pronunciation {
  /** As it stands in the text. Any white space in it stands for any. */
  match: string;
  /** What the voice is given instead. */
  say: string;
  /** BCP 47: only in text of this language. Absent: in any. */
  lang?: string;
  /** Not within a longer word. */
  wholeWord: boolean;
  /** Capitals and small letters are told apart. */
  matchCase: boolean;
}

/** More would be a dictionary, and slow with every sentence. */
export const MOST_PRONUNCIATIONS = 1000;
export const LONGEST_MATCH = 100;
export const LONGEST_SAY = 200;

const isText = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.trim() !== "" && value.length <= longest;

function isPronunciation(value: unknown): value is Pronunciation {
  if (typeof value !== "object" || value === null) return false;
  const { match, say, lang, wholeWord, matchCase } = value as Record<string, unknown>;
  if (!isText(match, LONGEST_MATCH) || !isText(say, LONGEST_SAY)) return false;
  if (lang !== undefined && !isLanguage(lang)) return false;
  return typeof wholeWord === "boolean" && typeof matchCase === "boolean";
}

/** Whether a value is a language tag, as far as its form goes. */
export function isLanguage(value: unknown): value is string {
  return typeof value === "string" && /^[a-z]{2,3}(?:-[\da-z]{2,8})*$/i.test(value);
}

export function isPronunciationList(value: unknown): value is Pronunciation[] {
  return Array.isArray(value) && value.length <= MOST_PRONUNCIATIONS && value.every(isPronunciation);
}

/** Whether two entries are about the same text. A list has at most one of them. */
export function isSameMatch(a: Pronunciation, b: Pronunciation): boolean {
  const fold = ({ match, matchCase }: Pronunciation) => (matchCase ? match : match.toLowerCase());
  return a.matchCase === b.matchCase && fold(a) === fold(b) && (a.lang ?? "") === (b.lang ?? "");
}

/** The list with an entry put in the place of the one about the same text, or else at its end. */
export function withPronunciation(list: readonly Pronunciation[], entry: Pronunciation): Pronunciation[] {
  const at = list.findIndex((other) => isSameMatch(other, entry));
  return at < 0 ? [...list, entry] : list.with(at, entry);
}

/** The list as a file: JSON, in which people can read and write as well. */
export function formatPronunciations(list: readonly Pronunciation[]): string {
  return `${JSON.stringify({ format: FORMAT, entries: list }, null, 2)}\n`;
}

const FORMAT = "say-it-like";

export type PronunciationFileProblem =
  /** No JSON at all. */
  | "not-json"
  /** JSON, and no list of the kind. */
  | "not-a-list"
  /** A list in which an entry lacks something; `entry` is its number, from 1. */
  | "bad-entry"
  /** More than `MOST_PRONUNCIATIONS` entries. */
  | "too-many";

/**
 * What a file holds, or what is wrong with it. A plain list of entries is taken as well; `wholeWord` and `matchCase` may be left out
 * (true and false then), and anything else in an entry is dropped.
 */
export function parsePronunciations(
  text: string,
): { entries: Pronunciation[] } | { problem: PronunciationFileProblem; entry?: number } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "not-json" };
  }
  const list: unknown = Array.isArray(data) ? data : (data as { entries?: unknown } | null)?.entries;
  if (!Array.isArray(list) || list.length === 0) return { problem: "not-a-list" };
  if (list.length > MOST_PRONUNCIATIONS) return { problem: "too-many" };
  const entries: Pronunciation[] = [];
  for (const [i, item] of list.entries()) {
    const entry = typeof item === "object" && item !== null ? completed(item as Record<string, unknown>) : undefined;
    if (!isPronunciation(entry)) return { problem: "bad-entry", entry: i + 1 };
    entries.push(entry);
  }
  return { entries };
}

function completed({ match, say, lang, wholeWord = true, matchCase = false }: Record<string, unknown>): unknown {
  const trim = (value: unknown) => (typeof value === "string" ? value.trim() : value);
  return {
    match: trim(match),
    say: trim(say),
    ...(lang !== undefined && lang !== "" && { lang }),
    wholeWord,
    matchCase,
  };
}
