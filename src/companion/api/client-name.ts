import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * A name for whoever asks, for counting: made of the network address with a key of this run, so that the address itself is not kept.
 * Behind `proxies` proxies it is the one that the outermost of them saw; what lies before it in the header, anybody can write.
 */
export function clientName(request: IncomingMessage, proxies: number, key: Uint8Array): string {
  const address = (proxies > 0 && forwardedFor(request, proxies)) || (request.socket.remoteAddress ?? "");
  return createHmac("sha256", key).update(network(address)).digest("base64url");
}

function forwardedFor({ headers }: IncomingMessage, proxies: number): string | undefined {
  const header = headers["x-forwarded-for"] ?? "";
  const said = String(header).split(",").at(-proxies)?.trim() ?? "";
  // Some proxies write the port too, which is another one each time.
  return /^\[(.+)\](?::\d+)?$/.exec(said)?.[1] ?? said.replace(/^([\d.]+):\d+$/, "$1");
}

/** Of IPv6 the first half: whoever has one address has all of them that share it. */
function network(address: string): string {
  if (isIP(address) !== 6 || address.startsWith("::ffff:")) return address;
  const [front = "", back] = address.replace(/%.*$/, "").split("::");
  const start = front === "" ? [] : front.split(":");
  const end = back ? back.split(":") : [];
  const zeros = back === undefined ? [] : Array.from({ length: 8 - start.length - end.length }, () => "0");
  return [...start, ...zeros, ...end].slice(0, 4).join(":");
}
