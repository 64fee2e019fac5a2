/**
 * The one thing under way: a sentence being said, a silence, or waiting for voices. Beginning another ends it, and whatever still
 * comes back for it is dropped here.
 */
import type { Clock } from "./clock.ts";
import type { SpeakRequest, SpeechEngine, SpeechEvent } from "./engine.ts";

export interface Speaker {
  say(request: SpeakRequest, report: (event: SpeechEvent) => void): void;
  /** Silence for `ms`, then `call`. */
  wait(ms: number, call: () => void): void;
  /** Beside a sentence being said: `call` after `ms`, unless the sentence is over by then. Replaces the one before. */
  during(ms: number, call: () => void): void;
  /** Silence until something is known, then `call`. */
  when(known: Promise<unknown>, call: () => void): void;
  /** Silence at once; nothing is under way. */
  halt(): void;
  readonly speaking: boolean;
  /** When the last sentence was handed over, and when the engine was last heard of. */
  readonly begunAt: number;
  readonly heardAt: number;
}

/** Somebody who listens in: before each sentence is handed over, and at each of its events before it is reported. */
export interface Overhearer {
  before(): void;
  heard(request: SpeakRequest, event: SpeechEvent): void;
}

export function createSpeaker(engine: SpeechEngine, clock: Clock, overhearer?: Overhearer): Speaker {
  let turn = 0;
  let speaking = false;
  let begunAt = 0;
  let heardAt = 0;
  let stopWaiting: (() => void) | undefined;
  let stopDuring: (() => void) | undefined;

  function drop(): void {
    turn++;
    stopWaiting?.();
    stopDuring?.();
    speaking = false;
  }

  function halt(): void {
    engine.stop();
    drop();
  }

  return {
    say(request, report) {
      // Not stopped first: an engine that has rendered ahead goes on from one sentence to the next.
      drop();
      speaking = true;
      begunAt = heardAt = clock.now();
      const mine = turn;
      overhearer?.before();
      engine.speak(request, (event) => {
        if (mine !== turn) return;
        heardAt = clock.now();
        overhearer?.heard(request, event);
        if (event.type === "end" || event.type === "failure") {
          speaking = false;
          stopDuring?.();
        }
        report(event);
      });
    },
    wait(ms, call) {
      halt();
      stopWaiting = clock.after(ms, call);
    },
    during(ms, call) {
      stopDuring?.();
      if (speaking) stopDuring = clock.after(ms, call);
    },
    when(known, call) {
      halt();
      const mine = turn;
      void known.then(() => {
        if (mine === turn) call();
      });
    },
    halt,
    get speaking() {
      return speaking;
    },
    get begunAt() {
      return begunAt;
    },
    get heardAt() {
      return heardAt;
    },
  };
}
