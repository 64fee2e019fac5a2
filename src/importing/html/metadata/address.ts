import { cleanAddress, pageFragment } from "../../text/addresses.ts";
import { absoluteAddress } from "../blocks/links.ts";

/** The address that a page gives itself, where that is believable: on the same site, and no front page or section for a page deeper in. */
export function canonicalAddress(page: Document, address: string | undefined): string | undefined {
  const own = seenFrom(address, undefined);
  for (const said of [
    page.querySelector('link[rel~="canonical" i]')?.getAttribute("href"),
    page.querySelector('meta[property="og:url"]')?.getAttribute("content"),
  ]) {
    const canonical = seenFrom(said, address);
    if (!canonical) continue;
    if (own === undefined) return canonical;
    const [here, there] = [new URL(own), new URL(canonical)];
    if (siteOf(here.hostname) !== siteOf(there.hostname)) continue;
    if (there.pathname === "/" && here.pathname !== "/") continue;
    if (isSectionOf(there.pathname, here.pathname) || pageFragment(own) !== pageFragment(canonical)) continue;
    return canonical;
  }
  return own;
}

/** A folder that a page lies in; but many an article has other forms of it, or its further pages, in a folder of its own. */
function isSectionOf(folder: string, path: string): boolean {
  if (!folder.endsWith("/") || folder === "/" || path.length <= folder.length || !path.startsWith(folder)) return false;
  return !/^(?:(?:amp|print|mobile|m|full|all|single|comments|feed|index\.\w+|page|seite|p)(?:$|[/.-])|\d{1,2}(?:$|\/))/i.test(
    path.slice(folder.length),
  );
}

/** Absolute and as it should be kept. */
function seenFrom(href: string | null | undefined, base: string | undefined): string | undefined {
  const address = absoluteAddress(href ?? null, base);
  return address && cleanAddress(address);
}

/** `www.`, `m.` and `amp.` are the same site. */
const siteOf = (host: string) => host.replace(/^(?:www|m|mobile|amp|en)\./, "");

/** The address of the page that this one goes on at, where its own address shows the count: `…/2`, `?page=2`. */
export function nextPageOf(page: Document, address: string | undefined): string | undefined {
  const here = seenFrom(address, undefined);
  if (!here) return undefined;
  // By their addresses first: the text of each link of a page takes long to ask for.
  const numbers = [...page.querySelectorAll("a[href]")].filter(
    (link) => COUNTED.test(link.getAttribute("href")!) && NUMBER.test(link.textContent),
  );
  const links = [...page.querySelectorAll('link[rel~="next" i], a[rel~="next" i]'), ...numbers];
  const current = numberIn(here);
  for (const link of links) {
    const there = seenFrom(link.getAttribute("href"), here);
    if (!there || there === here) continue;
    const next = numberIn(there);
    if (next.stem === current.stem && next.number === current.number + 1 && next.number < 50) return there;
  }
  return undefined;
}

/** An address that may have the number of a page in it, as `numberIn` finds it. */
const COUNTED = /\d\/?(?:[?#]|$)|[?&](?:page|p|pg|paged|seite|pagina)=\d/;

/** What a link to another page of an article says. */
const NUMBER = /^\s*(?:\d{1,2}|next\b.{0,12}|[›»→])\s*$/i;

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
