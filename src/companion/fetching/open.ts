import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Destination } from "./destination.ts";
import { FetchProblem } from "./fetch-problem.ts";

/** Some sites send policies of twenty kilobytes; Node's own limit is sixteen. */
const MOST_HEADER_BYTES = 64 * 1024;

/**
 * Asks once, with GET, on a connection of its own, and resolves when the headers are here. Connects to the checked addresses alone: the
 * name is never resolved again, so it cannot mean something else by then. Certificate and `Host` go by the name. Rejects with a `FetchProblem`.
 */
export function open(
  destination: Destination,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { url, hostname, port } = destination;
  const isSecure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(problem(signal.reason));
      return;
    }
    const options = {
      host: hostname,
      port,
      path: url.pathname + url.search,
      headers,
      agent: false as const,
      lookup: pinnedTo(destination.addresses),
      maxHeaderSize: MOST_HEADER_BYTES,
      signal,
    };
    const asked = isSecure
      ? requestHttps({ ...options, rejectUnauthorized: true, servername: isIP(hostname) === 0 ? hostname : "" })
      : requestHttp(options);
    asked.once("response", resolve);
    asked.once("error", (error) => reject(problem(signal.aborted ? signal.reason : error)));
    // Otherwise what arrives after an error nobody waits for any more would end the process.
    asked.on("error", () => undefined);
    asked.once("upgrade", (_, socket) => {
      socket.destroy();
      reject(new FetchProblem("failed"));
    });
    asked.end();
  });
}

/** A problem as it is, and anything else as the connection having failed. */
export function problem(error: unknown): FetchProblem {
  if (error instanceof FetchProblem) return error;
  const { code } = error as NodeJS.ErrnoException;
  return new FetchProblem(code === "ETIMEDOUT" ? "timeout" : "failed", {}, { cause: error });
}

function pinnedTo(addresses: readonly [string, ...string[]]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, { all: wantsAll }, callback) => {
    if (wantsAll) callback(null, all);
    else callback(null, addresses[0], isIP(addresses[0]));
  };
}
