/** What will be said next, made into sound before its turn. */
import type { AheadRequest, Upcoming } from "../engine.ts";
import { type Rendering, type Said, sameSaid, type Take } from "./tape.ts";

export interface Line {
  /**
   * What follows now. `spoken` is what is being said: where it was the first in line, the line moves up, else it begins anew. Starts
   * rendering.
   */
  follow(upcoming: Upcoming): void;
  /** Takes the first out of the line where it is this, and gives the silence before it; undefined where it is not. */
  advance(said: Said): number | undefined;
  /** The pause before the first in line. */
  readonly nextPause: number | undefined;
  /** What is ready, in order. */
  readonly takes: readonly Take[];
  /** How long that is, in seconds at rate 1. */
  readonly seconds: number;
  /** Nothing more can be added: the text ends, or something that cannot be rendered comes. */
  readonly complete: boolean;
  stop(): void;
}

/** Far enough for a locked phone to go on for a while, and not further than memory goes: 2.65 MB a minute. */
const TARGET = 15 * 60;

export function createLine(
  render: (request: AheadRequest) => Promise<Rendering>,
  secondsOf: (of: Rendering) => number,
): Line {
  let takes: (Take & { number: number })[] = [];
  let upcoming: Upcoming = () => undefined;
  let complete = true;
  let seconds = 0;
  /** Counts beginnings: what was under way for an earlier one is dropped. */
  let turn = 0;
  let filling = false;

  function clear(): void {
    turn++;
    takes = [];
    seconds = 0;
    complete = false;
    filling = false;
  }

  async function fill(): Promise<void> {
    if (filling || complete) return;
    filling = true;
    const mine = turn;
    while (seconds < TARGET) {
      const request = upcoming(takes.at(-1)?.number);
      if (!request) {
        complete = true;
        break;
      }
      let rendering: Rendering;
      try {
        rendering = await render(request);
      } catch {
        if (mine === turn) complete = true; // When its turn comes it fails again, and is reported then.
        break;
      }
      if (mine !== turn) return;
      takes.push({ said: request, pause: request.pause, rendering, number: request.number });
      seconds += secondsOf(rendering) + request.pause / 1000;
    }
    if (mine === turn) filling = false;
  }

  return {
    follow(next) {
      upcoming = next;
      const first = upcoming();
      const [ready] = takes;
      const inStep = ready && first && sameSaid(ready.said, first) && ready.pause === first.pause;
      if (!inStep) clear();
      void fill();
    },
    advance(said) {
      const [first] = takes;
      if (!first || !sameSaid(first.said, said)) return undefined;
      takes.shift();
      seconds -= secondsOf(first.rendering) + first.pause / 1000;
      return first.pause;
    },
    get nextPause() {
      return takes[0]?.pause;
    },
    get takes() {
      return takes;
    },
    get seconds() {
      return seconds;
    },
    get complete() {
      return complete;
    },
    stop: clear,
  };
}
