import { baseOf } from "../html/blocks/links.ts";
import { inertDocument } from "../html/inert-document.ts";

/** A feed that a page names. */
export interface FeedLink {
  address: string;
  title: string;
}

const TYPES = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|json)\b/i;

/** The feeds that a page says it has, absolute and each once; feeds of comments come last. */
export function feedLinks(html: string, address: string): FeedLink[] {
  const page = inertDocument(html);
  const base = baseOf(page, address);
  const found = new Map<string, FeedLink>();
  for (const link of page.querySelectorAll("link[rel][href]")) {
    const rel = link.getAttribute("rel")!.toLowerCase().split(/\s+/);
    const type = link.getAttribute("type") ?? "";
    if (!rel.includes("feed") && !(rel.includes("alternate") && TYPES.test(type))) continue;
    // A page's own data, which is no feed, is offered in the same way.
    if (/\/wp-json\b|oembed/i.test(link.getAttribute("href")!)) continue;
    try {
      const url = new URL(link.getAttribute("href")!, base);
      if (!/^https?:$/.test(url.protocol) || found.has(url.href)) continue;
      found.set(url.href, { address: url.href, title: link.getAttribute("title")?.trim() || url.href });
    } catch {
      // No address.
    }
  }
  const isOfComments = ({ address: at, title }: FeedLink) => /comment/i.test(at + title);
  return [...found.values()].toSorted((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)));
}
