/**
 * When reading aloud is to fall silent by itself. It holds back only what goes on by itself: who skips is awake. A deadline is a time
 * of day, looked at whenever a sentence ends, because timers of hidden pages and sleeping machines come late
 * (https://developer.chrome.com/blog/timer-throttling-in-chrome-88). The sentence under way is said to its end, more and more quietly.
 */
import type { Utterance } from "#domain/utterances.ts";

export type SleepWish =
  | { readonly until: "time"; readonly minutes: number }
  | { readonly until: "paragraph" }
  | { readonly until: "article" };

export interface SleepState {
  readonly wish: SleepWish;
  /** Milliseconds since 1970; undefined where it is no time that ends it. */
  readonly endsAt: number | undefined;
}

export interface SleepTimer {
  readonly state: SleepState | undefined;
  /** Begins to count, or goes on to a time that counts already; undefined takes it back. */
  set(wish: SleepWish | undefined, endsAt?: number): void;
  /** Whether reading may go on to this sentence. Where it may not the timer has done its work and is gone. */
  mayGoOn(next: Utterance): boolean;
  /** How loud to speak now, 0 to 1. */
  volume(): number;
  /** The reader presses Play: a time that went by in silence means nothing any more. */
  awake(): void;
}

/** The time before the end in which it becomes quieter, in milliseconds, and how quiet: what is said is still to be heard. */
const FADE = 15_000;
const QUIETEST = 0.25;

/** `wallClock` tells milliseconds since 1970, as `Date.now` does. */
export function createSleepTimer(wallClock: () => number): SleepTimer {
  let state: SleepState | undefined;
  const left = () => (state?.endsAt === undefined ? Infinity : state.endsAt - wallClock());

  return {
    get state() {
      return state;
    },
    set(wish, given) {
      const endsAt = wish?.until === "time" ? (given ?? wallClock() + wish.minutes * 60_000) : undefined;
      state = wish && Object.freeze({ wish, endsAt });
    },
    mayGoOn(next) {
      const over = left() <= 0 || (state?.wish.until === "paragraph" && next.startsBlock);
      if (over) state = undefined;
      return !over;
    },
    volume: () => Math.min(Math.max(left() / FADE, QUIETEST), 1),
    awake() {
      if (left() <= 0) state = undefined;
    },
  };
}
