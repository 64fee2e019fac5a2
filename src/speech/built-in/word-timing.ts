/**
 * From what espeak-ng tells of words to the words of our own text. It counts code points of what it was handed, from one; says
 * nothing of words that it speaks as one with their neighbour ("of the"); and speaks a number in several, with places that drift inside it.
 */
import type { Span } from "#domain/position.ts";

/** What espeak-ng is handed, and where each of its code points comes from. */
export interface Source {
  text: string;
  /** By the code point's number, from zero: the UTF-16 offset in our own text. One more than there are, for the end. */
  origins: readonly number[];
}

export interface WordEvent {
  /** The code point's number in the source, from one. */
  position: number;
  /** Milliseconds from the beginning of the sentence. */
  at: number;
}

/** A word of our text, and when it begins to be said, in milliseconds. */
export interface TimedWord extends Span {
  at: number;
}

/** Markup to espeak-ng, which would leave out what stands between angle brackets. */
const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;" };
/** Two of these around a text make it take the text for phonemes; they sound alike. */
const REPLACED: Readonly<Record<string, string>> = { "[": "(", "]": ")", "\n": " ", "\r": " ", "\0": " " };

export function sourceOf(text: string): Source {
  const origins: number[] = [];
  let source = "";
  let offset = 0;
  for (const character of text) {
    const written = ESCAPED[character] ?? REPLACED[character] ?? character;
    source += written;
    for (const _ of written) origins.push(offset);
    offset += character.length;
  }
  origins.push(offset);
  return { text: source, origins };
}

/** The words of the text in order, without what stands between them. */
export function wordsOf(text: string, lang: string): Span[] {
  const words: Span[] = [];
  for (const { segment, index, isWordLike } of segmenterFor(lang).segment(text))
    if (isWordLike) words.push({ start: index, end: index + segment.length });
  return words;
}

/**
 * When each word begins. Those that espeak-ng tells nothing of share the time between their neighbours by their length. Times never go
 * back and lie within 0 and `duration` (milliseconds).
 */
export function timeWords(
  words: readonly Span[],
  events: readonly WordEvent[],
  { origins }: Source,
  duration: number,
): TimedWord[] {
  const known = new Map<number, number>();
  let word = -1;
  let time = 0;
  for (const { position, at } of events) {
    const origin = origins[position - 1];
    if (origin === undefined) continue;
    const found = wordFrom(words, origin, word);
    // Within the word before: another part of a number.
    if (found <= word || found >= words.length || !(at >= time)) continue;
    [word, time] = [found, Math.min(at, duration)];
    known.set(word, time);
  }
  const timed = words.map(({ start, end }, index): TimedWord => ({ start, end, at: known.get(index) ?? 0 }));
  for (let from = 0; from < timed.length;) {
    let next = from + 1;
    while (next < timed.length && !known.has(next)) next++;
    share(timed.slice(from, next), timed[next] ? known.get(next)! : duration);
    from = next;
  }
  return timed;
}

/** The number of the first word that ends after the offset, looked for from the word before on. */
function wordFrom(words: readonly Span[], offset: number, from: number): number {
  let index = Math.max(from, 0);
  while (index > 0 && words[index - 1]!.end > offset) index--;
  while (index < words.length && words[index]!.end <= offset) index++;
  return index;
}

/** The first of these has its time; the others get theirs between it and `until`. */
function share(words: readonly TimedWord[], until: number): void {
  const from = words[0]!.at;
  const letters = words.reduce((sum, { start, end }) => sum + end - start, 0);
  let said = 0;
  for (const word of words) {
    word.at = from + ((until - from) * said) / letters;
    said += word.end - word.start;
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, (segmenter = new Intl.Segmenter(lang || undefined, { granularity: "word" })));
  return segmenter;
}
