/** Where steps by paragraphs lead. Sentences are counted from 0; a paragraph is whatever stands as a block of its own. */
import type { Script } from "./script.ts";

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
