import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Long enough for a day's reading; a page that is open longer asks for a new session. */
const GOOD_MILLISECONDS = 12 * 60 * 60 * 1000;

/**
 * Tokens that show that whoever has one could read an answer of this companion, which other sites' pages cannot. They are good for this run:
 * the key is made at the start and kept nowhere, and neither are the tokens.
 */
export class Tokens {
  readonly #key = randomBytes(32);

  /** `now` in milliseconds since 1970. */
  issue(now: number): string {
    const claim = `${(now + GOOD_MILLISECONDS).toString(36)}.${randomBytes(9).toString("base64url")}`;
    return `${claim}.${this.#sign(claim).toString("base64url")}`;
  }

  isGood(token: unknown, now: number): boolean {
    if (typeof token !== "string") return false;
    const [, claim, until, signature] = /^(([a-z0-9]{1,12})\.[\w-]{12})\.([\w-]{43})$/.exec(token) ?? [];
    if (claim === undefined || until === undefined || signature === undefined) return false;
    return timingSafeEqual(this.#sign(claim), Buffer.from(signature, "base64url")) && Number.parseInt(until, 36) > now;
  }

  #sign(claim: string): Buffer {
    return createHmac("sha256", this.#key).update(claim).digest();
  }
}
