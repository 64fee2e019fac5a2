import { targetOf } from "../link-wrappers.ts";

/** What sites and senders add to an address to see who follows it. It is no part of what the address leads to. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|ysclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|mkt_tok|oly_enc_id|oly_anon_id|vero_id|vero_conv|_hsenc|_hsmi|__hs\w+|hsctatracking|s_cid|srsltid|wickedid|rb_clickid|epik|spm|at_(medium|campaign|custom\w*|link\w*|format|ptr\w*|bbc_team)|cmpid|ns_(mchannel|source|campaign|linkname|fee)|smid|ref_src|ref_url|__twitter_impression)$/i;

/** Names a page of an app that is one document, not a place in a page. */
const PAGE_FRAGMENT = /^#[/!]/;

/** The part of an address that is not asked of a server and tells one page from another all the same; empty where there is none. */
export function pageFragment(address: string): string {
  const hash = parse(address)?.hash ?? "";
  return PAGE_FRAGMENT.test(hash) ? hash : "";
}

/**
 * An address without its fragment, unless that names a page, and without what only tells who followed it; undefined for what is no http or https address or carries a
 * password. Of an address that only leads on it is the target. Two addresses of one article that differ in nothing else become the same.
 */
export function cleanAddress(address: string): string | undefined {
  const given = parse(address.trim());
  if (!given || given.username || given.password) return undefined;
  const url = targetOf(given);
  if (!PAGE_FRAGMENT.test(url.hash)) url.hash = "";
  // Taken out of the written form: `searchParams` would write the rest of the query anew.
  const query = url.search
    .slice(1)
    .split("&")
    .filter((pair) => !TRACKING.test(decode(pair.split("=", 1)[0]!)))
    .join("&");
  url.search = query && `?${query}`;
  return url.href;
}

/**
 * The http and https addresses in running text, each once, cleaned, in their order. One without `https://` counts only where there is nothing but
 * addresses on its line.
 */
export function addressesIn(text: string): string[] {
  const found = findAddresses(text).flatMap(({ href }) => cleanAddress(href) ?? []);
  return [...new Set(found)];
}

/** Where an address stands in a text (UTF-16 offsets), and where it leads, fragment and all. */
export interface FoundAddress {
  start: number;
  end: number;
  href: string;
}

const WRITTEN = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”„«»「」『』【】（）、。，｜|`^\\]{1,2000}/giu;
const BARE = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?::\d{2,5})?(?:[/?#]\S*)?$/u;

/** Every address in a text, by the same rules. */
export function findAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  for (const { 0: match, index } of text.matchAll(WRITTEN)) {
    const address = withoutTail(match);
    const url = parse(address);
    if (url && isHost(url.hostname))
      found.push({ start: index, end: index + address.length, href: targetOf(url).href });
  }
  for (const { 0: line, index } of blanked(text, found).matchAll(/.+/g)) {
    const bare = bareAddresses(line) ?? [];
    for (const { at, address } of bare) {
      const url = parse(`https://${address}`);
      if (url) found.push({ start: index + at, end: index + at + address.length, href: targetOf(url).href });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with blanks in the place of these addresses, of the same length. */
function blanked(text: string, found: readonly FoundAddress[]): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of found) {
    rest += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return rest + text.slice(from);
}

/** In UTF-16 units. */
const LONGEST_BARE = 2000;

/** The addresses without `https://` on a line; undefined where anything else is on it but marks and brackets. */
function bareAddresses(line: string): { at: number; address: string }[] | undefined {
  const bare: { at: number; address: string }[] = [];
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    if (word.length > LONGEST_BARE) return undefined;
    const opening = /^[<([{"'“„«]*/u.exec(word)![0].length;
    const address = withoutTail(word.slice(opening).replace(/[>"”»|]+[.,;]?$/u, ""));
    if (!BARE.test(address) || !isPlainlyAddress(address)) return undefined;
    bare.push({ at: index + opening, address });
  }
  return bare;
}

/** "example.org" and "example.org/x", but not "readme.md", "etc.and" or the end of a sentence. */
function isPlainlyAddress(address: string): boolean {
  if (/[/?]/.test(address)) return true;
  return (
    /^www\./i.test(address) ||
    /\.(com|org|net|edu|gov|info|news|blog|io|eu|de|fr|es|it|nl|uk|ch|at|pl|se|no|dk|fi|jp|cn|kr|ru|ua|br|in|au|ca|us|рф)$/i.test(
      address,
    )
  );
}

function isHost(host: string): boolean {
  return host.includes(".") || host === "localhost" || host.startsWith("[");
}

/** Marks after an address belong to the sentence; so does a closing bracket that the address has not opened. */
function withoutTail(address: string): string {
  for (;;) {
    const last = address.at(-1)!;
    if (/[.,;:!?'’…*_~·]/.test(last)) address = address.slice(0, -1);
    else if (last === ")" && !balanced(address, "(", ")")) address = address.slice(0, -1);
    else if (last === "]" && !balanced(address, "[", "]")) address = address.slice(0, -1);
    else if (last === "}" && !balanced(address, "{", "}")) address = address.slice(0, -1);
    else return address;
    if (address === "") return address;
  }
}

function balanced(address: string, open: string, close: string): boolean {
  return address.split(open).length >= address.split(close).length;
}

function parse(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url : undefined;
  } catch {
    return undefined;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
