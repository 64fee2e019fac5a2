import { attributeOf, cut } from "../blocks/elements.ts";
import { absoluteAddress, baseOf } from "../blocks/links.ts";
import { canonicalAddress } from "./address.ts";
import { cleanByline } from "./byline.ts";
import { dayOf } from "./dates.ts";
import { structuredData } from "./json-ld.ts";
import { declaredLanguage } from "./language.ts";
import { laterPage, type NextPage, nextPageOf } from "./next-page.ts";
import { cleanTitle } from "./title.ts";

/** What a page says of its article, cleaned. */
export interface PageMetadata {
  title: string;
  byline?: string;
  site?: string;
  /** BCP 47, as declared. */
  lang?: string;
  published?: string;
  summary?: string;
  address?: string;
  /** Absolute. */
  image?: string;
  /** Where the article goes on, if it has several pages. */
  nextPage?: NextPage;
  /** The page's number, where it is not the first of an article of several and nobody has said of which. */
  laterPage?: number;
  /** The whole text as the page's data have it, plain or with markup. */
  body?: string;
  /** Only those who pay or log in see all of it. */
  closed: boolean;
}

/**
 * Read before anything is taken out of the page: much of it stands in scripts of data. `first`: the address of the article's first page,
 * where this is known to be another.
 */
export function metadataOf(page: Document, address: string | undefined, first?: string): PageMetadata {
  const data = structuredData(page);
  const base = baseOf(page, address);
  const said = metaOf(page);
  const meta: Meta = (...names) => firstOf(...names.map((name) => said.get(name)));
  const host = address && URL.canParse(address) ? new URL(address).hostname : undefined;
  const site = firstOf(
    meta("og:site_name", "application-name", "al:ios:app_name"),
    data.site,
    host?.replace(/^www\./, ""),
  );
  const title = cleanTitle({
    said: [
      meta("og:title"),
      data.title,
      meta("twitter:title", "dc.title", "citation_title"),
      itemText(page, "headline"),
    ],
    window: page.querySelector("head > title, title")?.textContent ?? "",
    headings: Array.from(page.querySelectorAll("h1"), (heading) => cut(withoutAnchor(heading), 500)),
    site,
    host,
  });
  const optional = {
    byline: bylineIn(page, data.authors, meta, site),
    site: site && cut(site, 120),
    lang: declaredLanguage(page, data.lang),
    published: publishedIn(page, data.published, meta),
    summary: summaryOf(meta("og:description", "description", "twitter:description") ?? data.summary),
    address: canonicalAddress(page, address),
    image: absoluteAddress(
      meta("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src") ?? data.image ?? null,
      base,
    ),
    nextPage: nextPageOf(page, address, first ?? address),
    body: data.body,
    laterPage: first === undefined ? laterPage(page, address) : undefined,
  };
  const known = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined && value !== ""));
  return { title, ...known, closed: data.closed === true };
}

/** The words of a heading, without the sign by which it can be linked to. */
function withoutAnchor(heading: Element): string {
  const last = heading.lastElementChild;
  const isAnchor = last?.localName === "a" && /^[^\p{L}\p{N}]{0,3}$/u.test(last.textContent.trim());
  return isAnchor
    ? heading.textContent.slice(0, heading.textContent.lastIndexOf(last.textContent))
    : heading.textContent;
}

type Meta = (...names: string[]) => string | undefined;

/** What the page's `meta` elements say, by their names in lower case; of several the first. */
function metaOf(page: Document): Map<string, string> {
  const said = new Map<string, string>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const content = attributeOf(element, "content", 1000);
    const names = [element.getAttribute("property"), element.getAttribute("name")];
    for (const name of names)
      if (name && content && !said.has(name.toLowerCase())) said.set(name.toLowerCase(), content);
  }
  return said;
}

function bylineIn(
  page: Document,
  authors: readonly string[],
  meta: Meta,
  site: string | undefined,
): string | undefined {
  const names = authors.map((name) => cleanByline(name, site)).filter((name) => name !== undefined);
  if (names.length > 0) return [...new Set(names)].slice(0, 6).join(", ");
  const said = meta("author", "article:author", "dc.creator", "citation_author", "parsely-author", "twitter:creator");
  return bylineFrom(said, site) ?? shownByline(page, site);
}

/** Those who only say something under the article have names too. */
const SHOWN =
  '[itemprop~="author"]:not([itemtype$="schema.org/Comment" i] *), a[rel~="author"], [class*="byline" i], [class*="author-name" i]';

function shownByline(page: Document, site: string | undefined): string | undefined {
  for (const element of [...page.querySelectorAll(SHOWN)].slice(0, 5)) {
    const name = element.querySelector('[itemprop="name"]') ?? element;
    const byline = bylineFrom(attributeOf(element, "content") ?? cut(name.textContent, 300), site);
    if (byline) return byline;
  }
  return undefined;
}

function bylineFrom(said: string | undefined, site: string | undefined): string | undefined {
  return said && !/^(?:https?:|@)/.test(said) ? cleanByline(said, site) : undefined;
}

function publishedIn(page: Document, said: string | undefined, meta: Meta): string | undefined {
  const named = meta(
    "article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "citation_publication_date",
  );
  return dayOf(said) ?? dayOf(named) ?? shownDay(page);
}

function shownDay(page: Document): string | undefined {
  const item = page.querySelector('[itemprop="datePublished"]');
  const day = dayOf(item?.getAttribute("content") ?? item?.getAttribute("datetime"));
  if (day) return day;
  const time = page.querySelector(
    'time[pubdate], article time[datetime], main time[datetime], time[datetime][class*="publish" i]',
  );
  return dayOf(time?.getAttribute("datetime"));
}

/** One or two sentences; a text that says it was cut off is none. */
function summaryOf(said: string | undefined): string | undefined {
  const summary = said && cut(said, 400);
  return summary && summary.length > 20 && !/(?:…|\.{3}|\[…\])$/.test(summary) ? summary : undefined;
}

function itemText(page: Document, name: string): string | undefined {
  const item = page.querySelector(`[itemprop~="${name}"]`);
  return item ? (attributeOf(item, "content") ?? cut(item.textContent ?? "", 500)) : undefined;
}

function firstOf(...values: (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value.trim() !== "");
}
