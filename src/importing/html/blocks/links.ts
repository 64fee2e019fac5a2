import { targetOf } from "../../link-wrappers.ts";

/** Longer addresses are none that anybody follows. */
const MAX_ADDRESS = 4000;

/** Where relative addresses are seen from: the page's own address, changed by its `<base href>`. Undefined for text without an address. */
export function baseOf(page: Document | null, address: string | undefined): string | undefined {
  const own = page === null ? null : Document.prototype.querySelector.call(page, "base[href]");
  const href = own?.getAttribute("href");
  if (!href) return address;
  return absoluteAddress(href, address) ?? address;
}

/** An absolute http or https address, seen from the base; undefined for anything else. */
export function absoluteAddress(href: string | null, base: string | undefined): string | undefined {
  const url = urlOf(href, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** The address that a link of the text may have: http, https or mailto, past those that only lead on. */
export function linkAddress(href: string | null, base: string | undefined): string | undefined {
  const url = urlOf(href, base);
  return url && /^(?:https?|mailto):$/.test(url.protocol) ? targetOf(url).href : undefined;
}

/** The fragment of a link to a place in the same document, without its hash. */
export function fragmentOf(href: string | null, base: string | undefined): string | undefined {
  if (href === null || href.length > MAX_ADDRESS || !href.includes("#")) return undefined;
  const trimmed = href.trim();
  const start = trimmed.indexOf("#");
  if (start > 0) {
    const url = urlOf(trimmed, base);
    if (!url || !base || url.href.split("#")[0] !== base.split("#")[0]) return undefined;
  }
  const fragment = trimmed.slice(start + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function urlOf(href: string | null, base: string | undefined): URL | undefined {
  if (href === null || href.length > MAX_ADDRESS || href.trim() === "") return undefined;
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}
