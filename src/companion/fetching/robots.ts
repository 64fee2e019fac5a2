import { readBody } from "./body.ts";
import { deadline } from "./deadline.ts";
import type { Destination, Network } from "./destination.ts";
import { FetchProblem } from "./fetch-problem.ts";
import { follow } from "./follow.ts";
import { parseRobots, type RobotsRules } from "./robots-rules.ts";
import { UNPACKS } from "./unpack.ts";
import { PRODUCT, USER_AGENT } from "./user-agent.ts";

/** As much of a file as RFC 9309 §2.5 asks to be read. */
const MOST_BYTES = 500 * 1024;

/** Short: nothing is to be kept here, only not asked for with every picture of a page. */
const KEPT_MILLISECONDS = 10 * 60 * 1000;
const MOST_KEPT = 200;

/** A page is not kept from its reader because of a file that does not come. */
const PATIENCE_MILLISECONDS = 3000;

const ANYTHING: RobotsRules = { allows: () => true };

interface Kept {
  rules: Promise<RobotsRules>;
  until: number;
}

/**
 * Whether the site asks this companion, by its name, to keep away. What a reader asks for is no crawling, so rules for crawlers in
 * general do not count, and a site without a readable robots.txt has said nothing.
 */
export class Robots {
  readonly #network: Network;
  readonly #kept = new Map<string, Kept>();

  constructor(network: Network) {
    this.#network = network;
  }

  /** Rejects with `robots` where it does. */
  async check({ url }: Destination, signal: AbortSignal): Promise<void> {
    const { origin, pathname, search } = url;
    if (pathname === "/robots.txt") return;
    const rules = await this.#of(origin, signal);
    if (!rules.allows(pathname + search)) throw new FetchProblem("robots");
  }

  #of(origin: string, signal: AbortSignal): Promise<RobotsRules> {
    const now = Date.now();
    const kept = this.#kept.get(origin);
    if (kept && kept.until > now) return kept.rules;
    for (const [name, { until }] of this.#kept) {
      if (until <= now || this.#kept.size >= MOST_KEPT) this.#kept.delete(name);
    }
    const rules = this.#read(origin, signal).catch(() => {
      // Perhaps it was this one request that was given up.
      this.#kept.delete(origin);
      return ANYTHING;
    });
    this.#kept.set(origin, { rules, until: now + KEPT_MILLISECONDS });
    return rules;
  }

  async #read(origin: string, outer: AbortSignal): Promise<RobotsRules> {
    const { signal, end } = deadline(PATIENCE_MILLISECONDS, outer);
    try {
      const headers = () => ({ "User-Agent": USER_AGENT, Accept: "text/plain, */*;q=0.1", "Accept-Encoding": UNPACKS });
      const { response } = await follow(new URL("/robots.txt", origin), { network: this.#network, signal, headers });
      if (response.statusCode !== 200) {
        response.destroy();
        return ANYTHING;
      }
      const { body } = await readBody(response, { judge: () => ({ most: MOST_BYTES }), signal });
      return parseRobots(body.toString("utf8"), PRODUCT);
    } finally {
      end();
    }
  }
}
