/** Time, so that tests can turn the hands. */
export interface Clock {
  /** Milliseconds from any fixed moment, never going back. */
  now(): number;
  /** Calls back once after `ms`. Returns the way to prevent it. */
  after(ms: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
