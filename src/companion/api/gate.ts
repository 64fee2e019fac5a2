import { FetchProblem } from "../fetching/fetch-problem.ts";

export interface GateLimits {
  /** Fetches at the same time, of all readers and of one. */
  together: number;
  each: number;
  /** What one reader may ask for at once, and how many more become free a second. */
  burst: number;
  perSecond: number;
  /** What all bodies together may take in memory. */
  bytes: number;
}

/** An article of a hundred pictures can be saved without a wait. A body that has come is in memory twice for a moment, when its pieces are joined. */
export const GATE_LIMITS: GateLimits = {
  together: 24,
  each: 8,
  burst: 120,
  perSecond: 2,
  bytes: 128 * 1024 * 1024,
};

interface Client {
  inside: number;
  /** What was left at `since`, in milliseconds. */
  left: number;
  since: number;
}

/** One fetch, from its beginning until its answer is sent. */
export interface Visit {
  /** Told how many bytes are held by now; throws `busy` where that is too much with what the others hold. */
  held(bytes: number): void;
  /** May be called more than once. */
  leave(): void;
}

/** Keeps one reader from taking everything, and all of them from bringing the machine down. */
export class Gate {
  readonly #limits: GateLimits;
  readonly #clients = new Map<string, Client>();
  #inside = 0;
  #bytes = 0;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  /** `now` in milliseconds. Throws `busy` with the seconds to wait. */
  enter(name: string, now: number): Visit {
    const { together, each, burst, perSecond, bytes: most } = this.#limits;
    this.#forget(now);
    const client = this.#clients.get(name) ?? { inside: 0, left: burst, since: now };
    client.left = this.#leftAt(client, now);
    client.since = now;
    if (client.left < 1) throw busy(Math.ceil((1 - client.left) / perSecond));
    if (client.inside >= each || this.#inside >= together) throw busy(1);
    client.left--;
    client.inside++;
    this.#inside++;
    this.#clients.set(name, client);

    let mine = 0;
    let isInside = true;
    return {
      held: (bytes) => {
        this.#bytes += bytes - mine;
        mine = bytes;
        if (this.#bytes > most) throw busy(5);
      },
      leave: () => {
        if (!isInside) return;
        isInside = false;
        client.inside--;
        this.#inside--;
        this.#bytes -= mine;
      },
    };
  }

  #leftAt({ left, since }: Client, now: number): number {
    const { burst, perSecond } = this.#limits;
    return Math.min(burst, left + ((now - since) / 1000) * perSecond);
  }

  /** Whoever has everything free again is as good as new. */
  #forget(now: number): void {
    for (const [name, client] of this.#clients) {
      if (client.inside === 0 && this.#leftAt(client, now) >= this.#limits.burst) this.#clients.delete(name);
    }
  }
}

function busy(retryAfter: number): FetchProblem {
  return new FetchProblem("busy", { retryAfter });
}
