/**
 * Whether a worker still lives. One that has run out of memory can be gone without a word, and one that hangs says nothing either; so each
 * answer is waited for as long as this machine may need for it, as it has been seen to work.
 */
import type { Clock } from "../clock.ts";

/** What is waited for: so many letters to be made into sound, and whether they have been asked for in vain before. */
export interface Asked {
  letters: number;
  again: boolean;
}

export interface SignsOfLife {
  /** The oldest question that is still open, now that one was asked or answered; undefined: there is none. `none` is called when no answer comes. */
  expect(asked: Asked | undefined, none: () => void): void;
  /** It has answered what was expected. */
  seen(): void;
}

/** No machine is asked to be faster, and none is waited for longer. In milliseconds. */
const SOONEST = 3000;
export const PATIENCE = 20_000;
/** Before anything has been measured: a slow phone takes a second for a long sentence. */
const FIRST = 8000;
/** So many times as long as usual: other work on the machine holds up a worker for a moment. */
const LENIENCE = 20;
/** What a slow answer counts beside the next one. */
const FADE = 0.9;
/** A timer that comes so late says that the machine slept or the page was frozen. */
const LATE = 1000;

export function createSignsOfLife(clock: Clock): SignsOfLife {
  /** Milliseconds for a letter; undefined until something was made. */
  let pace: number | undefined;
  let expected: { asked: Asked; since: number } | undefined;
  let stop = () => {};

  function patienceFor({ letters, again }: Asked): number {
    if (again) return PATIENCE;
    return pace === undefined ? FIRST : Math.min(Math.max(LENIENCE * pace * letters, SOONEST), PATIENCE);
  }

  function wait(asked: Asked, none: () => void): void {
    const patience = patienceFor(asked);
    const due = clock.now() + patience;
    stop = clock.after(patience, () => (clock.now() > due + LATE ? wait(asked, none) : none()));
  }

  return {
    expect(asked, none) {
      if (asked && asked === expected?.asked) return;
      stop();
      expected = asked && { asked, since: clock.now() };
      if (asked) wait(asked, none);
    },
    seen() {
      if (!expected) return;
      const { asked, since } = expected;
      pace = Math.max((clock.now() - since) / Math.max(asked.letters, 1), (pace ?? 0) * FADE);
    },
  };
}
