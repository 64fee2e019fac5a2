import {
  decodeStrictly,
  type Family as Script,
  MARKS,
  SCRIPT_ENCODINGS,
  scoreScript,
} from "#domain/encoding-scripts.ts";
import { rankLanguages } from "./language-ranks.ts";

type Family = "latin" | Script;

/** Encodings that text without a mark of its own is found in, by the names of https://encoding.spec.whatwg.org. Of equals the first is taken. */
const CANDIDATES: readonly (readonly [string, Family])[] = [
  ["windows-1252", "latin"],
  ["windows-1250", "latin"],
  ["iso-8859-2", "latin"],
  ["windows-1254", "latin"],
  ["windows-1257", "latin"],
  ["iso-8859-15", "latin"],
  ["macintosh", "latin"],
  ...SCRIPT_ENCODINGS,
];

/** At most this much is looked at, in bytes. */
const ENOUGH = 64 * 1024;

interface Guess {
  encoding: string;
  /** From -1 to about 1: how much the text looks like one. Below 0 it is none. */
  score: number;
}

/**
 * The likeliest encoding of bytes that are not UTF-8. `declared` is taken where it does nearly as well as the best. Undefined where the bytes
 * look like text in none.
 */
export function guessEncoding(bytes: Uint8Array, declared?: string): string | undefined {
  const sample = bytes.subarray(0, ENOUGH);
  const guesses: Guess[] = [];
  for (const [encoding, family] of CANDIDATES) {
    const text = decodeStrictly(sample, encoding);
    if (text !== undefined) guesses.push({ encoding, score: score(text, family) });
  }
  const best = guesses.reduce<Guess | undefined>((a, b) => (a && a.score >= b.score - 1e-9 ? a : b), undefined);
  if (!best || best.score < 0) return undefined;
  // A handful of characters can be anything, and then a declaration is all there is.
  const marked = sample.reduce((sum, byte) => sum + (byte >> 7), 0);
  const said = guesses.find(({ encoding }) => encoding === declared);
  return said && said.score > best.score - 0.25 - 3 / marked ? said.encoding : best.encoding;
}

function score(text: string, family: Family): number {
  return family === "latin" ? scoreLatin(text) : scoreScript(text, family);
}

/** Accented letters stand among plain ones; what is left is told by the languages that have such letters and words. */
function scoreLatin(text: string): number {
  let sum = 0;
  let all = 0;
  for (const [run] of text.matchAll(/[^\p{ASCII}]+/gu)) all += run.length;
  if (all === 0) return 0;
  for (const { 0: run, index } of text.matchAll(/[^\p{ASCII}]+/gu)) {
    const plain = /[A-Za-z]/.test(text[index - 1] ?? "") || /[A-Za-z]/.test(text[index + run.length] ?? "");
    for (const character of run) {
      if (/\p{Script=Latin}/u.test(character)) sum += plain && run.length <= 2 ? 1 : run.length === 1 ? 0.6 : -0.6;
      else if (MARKS.test(character)) sum += 0.7;
      else sum -= 1;
    }
  }
  // Lines of ASCII are the same in every encoding, and program code is no language.
  const telling = text
    .split("\n")
    .filter((line) => /[^\p{ASCII}]/u.test(line))
    .join("\n");
  const words = telling.split(/\s+/).length;
  const [first] = rankLanguages(telling.slice(0, 8000), "Latn");
  return sum / all + Math.min(0.3, Math.max(-0.3, (first?.score ?? 0) / Math.min(words, 1400) / 8));
}
