/** A clock for tests that stands still until it is told to move. */
import type { Clock } from "./clock.ts";

export class FakeClock implements Clock {
  #time = 0;
  #timers: { due: number; call: () => void }[] = [];

  now = (): number => this.#time;

  after = (ms: number, call: () => void): (() => void) => {
    const timer = { due: this.#time + ms, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Moves on by `ms`, calling what falls due on the way in order, and letting promises settle after each call. */
  async advance(ms: number): Promise<void> {
    const target = this.#time + ms;
    await settled();
    for (let next = this.#nextDue(target); next; next = this.#nextDue(target)) {
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#time = Math.max(this.#time, next.due);
      next.call();
      await settled();
    }
    this.#time = target;
  }

  /** A machine that slept: time passes, no timer runs until afterwards. */
  async sleep(ms: number): Promise<void> {
    this.#time += ms;
    await this.advance(0);
  }

  /** Time passes, and the timers that fall due wait for the next time that it moves: a page out of sight. */
  holdUp(ms: number): void {
    this.#time += ms;
  }

  #nextDue(limit: number): { due: number; call: () => void } | undefined {
    return this.#timers.filter((timer) => timer.due <= limit).sort((a, b) => a.due - b.due)[0];
  }
}

/** Lets promise callbacks that are waiting run, a few deep. */
async function settled(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}
