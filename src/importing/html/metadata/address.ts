/** What senders add to an address to follow who comes from where. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|srsltid|ref_src|ref_url|cmpid|ocid|spm|si|vero_\w+|oly_\w+_id|__twitter_impression|share_id)$/i;

/** An address as it should be kept: without a fragment and without what only follows its reader. Undefined unless http or https. */
export function tidyAddress(address: string | null | undefined, base?: string): string | undefined {
  if (!address) return undefined;
  let url: URL;
  try {
    url = new URL(address.trim(), base);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.hash = "";
  url.username = url.password = "";
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** The address that a page gives itself, where that is believable: on the same site, and no front page for a page deeper in. */
export function canonicalAddress(page: Document, address: string | undefined): string | undefined {
  const own = tidyAddress(address);
  for (const said of [
    page.querySelector('link[rel~="canonical" i]')?.getAttribute("href"),
    page.querySelector('meta[property="og:url"]')?.getAttribute("content"),
  ]) {
    const canonical = tidyAddress(said, address);
    if (!canonical) continue;
    if (own === undefined) return canonical;
    const [here, there] = [new URL(own), new URL(canonical)];
    if (siteOf(here.hostname) !== siteOf(there.hostname)) continue;
    if (there.pathname === "/" && here.pathname !== "/") continue;
    return canonical;
  }
  return own;
}

/** `www.`, `m.` and `amp.` are the same site. */
const siteOf = (host: string) => host.replace(/^(?:www|m|mobile|amp|en)\./, "");

/** The address of the page that this one goes on at, where its own address shows the count: `…/2`, `?page=2`. */
export function nextPageOf(page: Document, address: string | undefined): string | undefined {
  const here = tidyAddress(address);
  if (!here) return undefined;
  const links = [
    ...page.querySelectorAll('link[rel~="next" i], a[rel~="next" i]'),
    ...page.querySelectorAll("a[href]"),
  ];
  const current = numberIn(here);
  for (const link of links) {
    const there = tidyAddress(link.getAttribute("href"), here);
    if (!there || there === here) continue;
    const next = numberIn(there);
    if (next.stem === current.stem && next.number === current.number + 1 && next.number < 50) return there;
  }
  return undefined;
}

/** An address without the number of its page; without a number it is the first. */
function numberIn(address: string): { stem: string; number: number } {
  const url = new URL(address);
  for (const name of ["page", "p", "pg", "paged", "seite", "pagina"]) {
    const value = url.searchParams.get(name);
    if (value && /^\d{1,2}$/.test(value)) {
      url.searchParams.delete(name);
      return { stem: stemOf(url), number: Number(value) };
    }
  }
  const path = /^(.*?)\/?(?:(?:page|seite|p)[/-]?)?\/?(\d{1,2})\/?$/.exec(url.pathname);
  if (path && path[1] !== "") {
    url.pathname = path[1]!;
    return { stem: stemOf(url), number: Number(path[2]) };
  }
  return { stem: stemOf(url), number: 1 };
}

const stemOf = (url: URL) => `${url.host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
