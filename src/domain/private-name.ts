/**
 * Endings that are no part of the public tree of names, or are kept out of it: https://www.iana.org/assignments/special-use-domain-names, and
 * those that routers give to the devices of a home.
 */
const PRIVATE_ENDING = /\.(localhost|local|lan|home|internal|intranet|private|corp|home\.arpa)$/;

/** Whether a host name, in lower case and without a final dot, is one that nobody on the web can own. */
export function isPrivateName(hostname: string): boolean {
  return !hostname.includes(".") || PRIVATE_ENDING.test(hostname);
}

/**
 * Whether the host of an address is such a name or a bare network address, which may be a device of the reader's own network. IPv4 stands
 * in a parsed address with four numbers, however it was written (https://url.spec.whatwg.org/#concept-ipv4-parser).
 */
export function isPrivateHostOf({ hostname }: URL): boolean {
  return hostname.startsWith("[") || /^[\d.]+$/.test(hostname) || isPrivateName(hostname.replace(/\.$/, ""));
}
