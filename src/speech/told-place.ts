import type { Position } from "#domain/position.ts";
import type { Clock } from "./clock.ts";

/** How often the place is told within a sentence, in milliseconds: what a crash may cost. */
const TELL_WORD = 2000;

/** Tells where reading is, to be stored: that is too much to do for every word. */
export interface ToldPlace {
  tell(position: Position): void;
  /** It was told so long ago that a word is worth telling. */
  readonly isOld: boolean;
}

export function createToldPlace(clock: Clock, onPosition: ((position: Position) => void) | undefined): ToldPlace {
  let toldAt = 0;
  return {
    tell(position) {
      toldAt = clock.now();
      onPosition?.(position);
    },
    get isOld() {
      return clock.now() - toldAt >= TELL_WORD;
    },
  };
}
