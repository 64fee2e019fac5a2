import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import { isPrivateName } from "#domain/private-name.ts";

interface Asked {
  method?: string | undefined;
  headers: IncomingHttpHeaders;
}

/**
 * Whether a request was sent by a page of the app. `origins` are those that the app is served at, as `https://reader.example`. Where none are
 * given, only names count that nobody on the web can own (localhost, network addresses, names of a home's network): under any other, a page of
 * somebody else's could be made to seem one of ours by pointing its name to this machine.
 */
export function comesFromTheApp({ method, headers }: Asked, origins: readonly string[]): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (origins.length === 0 && !isPrivateHost(headers.host)) return false;
  const { origin } = headers;
  // Browsers leave it out of what only reads, and older ones of nothing else.
  if (origin === undefined) return method === "GET" || site === "same-origin";
  if (origins.length > 0) return origins.includes(origin);
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

/** Whether `host`, as in the header, is a network address or a name that nobody on the web can own. */
export function isPrivateHost(host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const name = new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, "");
  return isIP(name) !== 0 || isPrivateName(name);
}
