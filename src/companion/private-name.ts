/**
 * Endings that are no part of the public tree of names, or are kept out of it: https://www.iana.org/assignments/special-use-domain-names, and
 * those that routers give to the devices of a home.
 */
const PRIVATE_ENDING = /\.(localhost|local|lan|home|internal|intranet|private|corp|home\.arpa)$/;

/** Whether a host name, in lower case and without a final dot, is one that nobody on the web can own. */
export function isPrivateName(hostname: string): boolean {
  return !hostname.includes(".") || PRIVATE_ENDING.test(hostname);
}
