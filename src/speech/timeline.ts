/**
 * How long an article takes aloud. What has been made into sound is known to the sample. System voices tell nothing before they have spoken, so
 * the rest is ESTIMATED: from how much there is to say, how fast the voice says it (`measured-pace.ts`), and the rests between
 * sentences, which are known.
 */
import type { Utterance } from "#domain/utterances.ts";
import { pauseBetween, type Pauses } from "./pauses.ts";

/** What usual voices say in a second at rate 1, in letters: about 180 English words a minute. */
export const USUAL_PACE = 15;
/** One of these signs takes as long as three letters: a syllable or more. */
const SYLLABIC = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{N}]/gu;

/** How much there is to say in a text, in letters. */
export function lettersIn(text: string): number {
  return text.length + 2 * (text.match(SYLLABIC)?.length ?? 0);
}

/** A timeline is made anew whenever the length of one more sentence is known; what there is to say in the others stays. */
const counted = new WeakMap<Utterance, number>();

function lettersOf(utterance: Utterance): number {
  let letters = counted.get(utterance);
  if (letters === undefined) counted.set(utterance, (letters = lettersIn(utterance.text)));
  return letters;
}

/** Times are in seconds at rate 1, `pace` in letters a second. */
export interface Timeline {
  duration(pace: number): number;
  /** When a sentence begins, or how far its first `offset` units of text (UTF-16) go. Past the last sentence: the end. */
  timeAt(index: number, offset: number, pace: number): number;
  /** The sentence that is being said at a time; the first and the last for times before and after. */
  indexAt(time: number, pace: number): number;
}

/** `lengthOf` a sentence by its index, in seconds at rate 1, where that is known. */
export function createTimeline(
  utterances: readonly Utterance[],
  pauses: Pauses,
  lengthOf: (index: number) => number | undefined = () => undefined,
): Timeline {
  /** What comes before each sentence, and before the end: what is estimated, and what is known. */
  const letters = new Float64Array(utterances.length + 1);
  const seconds = new Float64Array(utterances.length + 1);
  utterances.forEach((utterance, index) => {
    const next = utterances[index + 1];
    const known = lengthOf(index);
    const rest = next ? pauseBetween(utterance, next, pauses) / 1000 : 0;
    letters[index + 1] = letters[index]! + (known === undefined ? lettersOf(utterance) : 0);
    seconds[index + 1] = seconds[index]! + (known ?? 0) + rest;
  });
  const startOf = (index: number, pace: number) => {
    const at = Math.min(Math.max(index, 0), utterances.length);
    return letters[at]! / pace + seconds[at]!;
  };

  return {
    duration: (pace) => startOf(utterances.length, pace),
    timeAt(index, offset, pace) {
      const utterance = utterances[index];
      if (!utterance || offset <= 0) return startOf(index, pace);
      const said = lettersIn(utterance.text.slice(0, offset));
      const known = lengthOf(index);
      return startOf(index, pace) + (known === undefined ? said / pace : (known * said) / lettersOf(utterance));
    },
    indexAt(time, pace) {
      let low = 0;
      let high = Math.max(utterances.length - 1, 0);
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (startOf(middle, pace) <= time) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
