import type { Utterance } from "#domain/utterances.ts";

/** Silence at rate 1, in milliseconds, as the reader has it. */
export interface Pauses {
  sentence: number;
  paragraph: number;
  /** Longer before and after headings. */
  headings: boolean;
}

export const USUAL_PAUSES: Pauses = { sentence: 200, paragraph: 500, headings: true };

/** So much longer are the pauses around a heading. */
const AROUND_HEADING = 500;

/** The silence between two utterances at rate 1, in milliseconds. */
export function pauseBetween(before: Utterance | undefined, next: Utterance, pauses: Pauses): number {
  if (next.continues && isSameSentence(before, next)) return 0;
  if (!next.startsBlock && !(next.continues && before?.block !== next.block)) return pauses.sentence;
  const longer = pauses.headings && (before?.heading || next.heading);
  return pauses.paragraph + (longer ? AROUND_HEADING : 0);
}

/** Two parts of one: what begins it may be left out. */
function isSameSentence(before: Utterance | undefined, next: Utterance): boolean {
  return before?.block === next.block && before.sentence?.start === next.sentence?.start;
}
