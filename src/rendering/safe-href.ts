import type { Attributes } from "./factory.ts";
import type { RenderOptions } from "./options.ts";

type LinkOptions = Pick<RenderOptions, "base" | "words">;

const ALLOWED = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The address of a link in an article, or undefined where following it could run something: only web, mail and telephone
 * addresses and places in this document pass. Relative addresses belong to the app and are put under its base path.
 */
export function safeHref(href: string, base: string): string | undefined {
  if (href.startsWith("#")) return href;
  if (!URL.canParse(href)) {
    if (!URL.canParse(href, "https://relative.invalid/")) return undefined;
    const url = new URL(href, "https://relative.invalid/");
    return url.host === "relative.invalid" ? base + (url.pathname + url.search + url.hash).slice(1) : url.href;
  }
  const url = new URL(href);
  return ALLOWED.has(url.protocol) ? url.href : undefined;
}

/**
 * The attributes of a link. Where it leads away from the app it opens beside it, says so (`styles/prose.css` adds the words, which are
 * no part of the text), and the other page is told nothing of this one.
 */
export function linkAttributes(address: string, { base, words }: LinkOptions): Attributes {
  const href = safeHref(address, base);
  return href?.startsWith("http")
    ? { href, target: "_blank", rel: "noopener noreferrer", "data-opens": words.opensOutside }
    : { href };
}
