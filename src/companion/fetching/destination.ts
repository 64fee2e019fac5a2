import { isIP } from "node:net";
import { isPrivateName } from "#domain/private-name.ts";
import { FetchProblem } from "./fetch-problem.ts";
import { isPublicAddress } from "./public-address.ts";
import { createResolver } from "./resolver.ts";

/** What the rules about addresses stand on. Tests give their own; the environment cannot. */
export interface Network {
  /** All addresses of a name. Rejects with the codes of `node:dns`. */
  resolve(hostname: string): Promise<string[]>;
  isPublic(address: string): boolean;
  isAllowedPort(port: number): boolean;
}

/** Where the web is served. Every other port would make a scanner of the companion, or have it talk to what is no web server. */
const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443];

/** The longest address that is taken: more than any browser shows, less than any server takes. */
const LONGEST = 8000;

export const publicWeb: Network = {
  resolve: createResolver(),
  isPublic: (address) => isPublicAddress(address),
  isAllowedPort: (port) => WEB_PORTS.includes(port),
};

/** A checked address, and the only network addresses that may be connected to for it. */
export interface Destination {
  url: URL;
  /** Without brackets and final dot: for the certificate and the `Host` header. */
  hostname: string;
  port: number;
  addresses: readonly [string, ...string[]];
}

/** The address of something on the web, without its fragment. Throws `bad-address` for everything else, and for one that holds a password. */
export function parseAddress(text: unknown, base?: URL): URL {
  if (typeof text !== "string" || text.length > LONGEST || !URL.canParse(text, base?.href)) {
    throw new FetchProblem("bad-address");
  }
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new FetchProblem("bad-address");
  if (url.username !== "" || url.password !== "") throw new FetchProblem("bad-address");
  url.hash = "";
  return url;
}

/**
 * Where an address leads. All of its network addresses have to be public, not only one: which of them is connected to is chance. Rejects
 * with `private`, `not-found`, `bad-address` or `failed`.
 */
export async function findDestination(url: URL, network: Network): Promise<Destination> {
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (!network.isAllowedPort(port)) throw new FetchProblem("bad-address");
  const hostname = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (hostname === "" || hostname.endsWith(".")) throw new FetchProblem("bad-address");

  const [first, ...more] = isIP(hostname) === 0 ? await resolve(hostname, network) : [hostname];
  if (first === undefined) throw new FetchProblem("not-found");
  const addresses = [first, ...more] as const;
  if (!addresses.every((address) => network.isPublic(address))) throw new FetchProblem("private");
  return { url, hostname, port, addresses };
}

async function resolve(hostname: string, network: Network): Promise<string[]> {
  // Not to be asked of name servers either: it is nobody else's business what a network calls its machines.
  if (isPrivateName(hostname)) throw new FetchProblem("private");
  try {
    return await network.resolve(hostname);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new FetchProblem(code === "ENOTFOUND" || code === "ENODATA" ? "not-found" : "failed");
  }
}
