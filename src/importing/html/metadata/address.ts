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
