/**
 * Where steps by sentences and paragraphs lead. Utterances are counted from 0; several are one sentence where that is in several languages;
 * a paragraph is whatever stands as a block of its own.
 */
import type { Script } from "./script.ts";

/** The first that can be said of the sentence that an utterance is, or is a part of. */
export function sentenceStart(script: Script, index: number): number {
  let start = index;
  while (start > 0 && script.at(start)?.continues) start--;
  return start < index ? Math.min(script.from(start).index, index) : index;
}

/** What follows the sentence; past the last where nothing does. */
export function nextSentence(script: Script, index: number): number {
  let next = index + 1;
  while (script.at(next)?.continues) next++;
  return next;
}

/** The start of the sentence before; of the first, itself. */
export function previousSentence(script: Script, index: number): number {
  return sentenceStart(script, script.before(sentenceStart(script, index)));
}

/** The first sentence of the paragraph that a sentence stands in. */
export function paragraphStart(script: Script, index: number): number {
  let start = index;
  while (start > 0 && script.at(start)?.startsBlock === false) start--;
  return start;
}

/** The first sentence of the next paragraph; undefined in the last. */
export function nextParagraph(script: Script, index: number): number | undefined {
  for (let next = index + 1; script.at(next); next++) if (script.at(next)!.startsBlock) return next;
  return undefined;
}

/** The first sentence of the nearest paragraph before that has something that can be said; else of the same. */
export function previousParagraph(script: Script, index: number): number {
  const start = paragraphStart(script, index);
  return paragraphStart(script, script.before(start));
}
