import type { IncomingMessage } from "node:http";
import { type Destination, findDestination, type Network, parseAddress } from "./destination.ts";
import { FetchProblem } from "./fetch-problem.ts";
import { open } from "./open.ts";

/** The Fetch standard allows twenty; no page that is meant to be read needs more than a few. */
const MOST_REDIRECTS = 5;

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

interface Following {
  network: Network;
  signal: AbortSignal;
  /** For each address on the way. There are no cookies and no credentials, whatever was answered before. */
  headers(url: URL): Record<string, string>;
  /** Asked before each address on the way is; rejects where it is not to be. */
  mayAsk?(destination: Destination): Promise<void>;
}

/**
 * Asks for an address and follows where it leads, checking each address on the way as if it were the first. Resolves with the first
 * answer that is no redirect, whatever its status, its body unread; rejects with a `FetchProblem`.
 */
export async function follow(start: URL, following: Following): Promise<{ url: URL; response: IncomingMessage }> {
  const { network, signal, headers, mayAsk } = following;
  let url = start;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const destination = await untilAborted(findDestination(url, network), signal);
    await mayAsk?.(destination);
    const response = await open(destination, headers(url), signal);
    const { location } = response.headers;
    if (!REDIRECTS.includes(response.statusCode ?? 0) || location === undefined) return { url, response };
    response.destroy();
    url = parseAddress(location, url);
  }
  throw new FetchProblem("too-many-redirects");
}

/** A resolver cannot be called off; its answer is then not waited for. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (abort) signal.removeEventListener("abort", abort);
  }
}
