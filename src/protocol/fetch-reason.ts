/**
 * Why something could not be fetched for the reader. The companion names them in its errors; the page adds the first three itself.
 * - `offline`: this device has no network.
 * - `no-companion`: there is no companion to fetch it, and the site does not let other sites read it.
 * - `companion-away`: the companion was here, and does not answer.
 * - `bad-address`: no address, or not of the web (http or https).
 * - `private`: the address leads into a private network, or to this machine.
 * - `not-found`: there is no such server or page.
 * - `refused`: the server refuses to give it, or wants a login.
 * - `failed`: the server had an error of its own, or broke off.
 * - `timeout`: it did not come in time.
 * - `too-large`: it is larger than the limit for its kind.
 * - `too-many-redirects`: it leads on and on.
 * - `wrong-type`: it is of a kind that cannot be read.
 * - `busy`: too many requests at once; later is better.
 * - `robots`: the site asks that programs keep away from this page.
 */
export type FetchReason =
  | "offline"
  | "no-companion"
  | "companion-away"
  | "bad-address"
  | "private"
  | "not-found"
  | "refused"
  | "failed"
  | "timeout"
  | "too-large"
  | "too-many-redirects"
  | "wrong-type"
  | "busy"
  | "robots";
