import { Resolver } from "node:dns/promises";

/** In milliseconds, for each of two tries. */
const PATIENCE = 3000;

/** What a name server says when there is no such name, or no such address for it. */
const NOTHING: readonly unknown[] = ["ENOTFOUND", "ENODATA"];

/**
 * All addresses that DNS has for a name, IPv4 first. The operating system's own look-up is not used: it also knows names that are not of the web (a hosts
 * file, a home's network), and each of its look-ups holds one of the four threads that reading and packing files need as well. `servers` are name servers
 * as `node:dns` takes them, the system's by default. Rejects with the code of the failure; with ENOTFOUND or ENODATA where there is nothing.
 */
export function createResolver(servers?: readonly string[]): (hostname: string) => Promise<string[]> {
  const resolver = new Resolver({ timeout: PATIENCE, tries: 2 });
  if (servers) resolver.setServers(servers);

  return async (hostname) => {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (addresses.length > 0) return addresses;
    const errors = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as Error] : []));
    // One that could not be asked may have had something.
    const telling = errors.find((error) => "code" in error && !NOTHING.includes(error.code)) ?? errors[0];
    if (telling) throw telling;
    return [];
  };
}
