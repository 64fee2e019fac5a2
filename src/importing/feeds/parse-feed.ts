import { parseFeed as parse } from "feedsmith";
import { withoutTurning } from "#domain/turning-marks.ts";
import { ImportProblem } from "../import-problem.ts";
import { withoutOrigin } from "./origin.ts";
import type { FeedEntry, ParsedFeed } from "./parsed-feed.ts";
import { plain, shorten } from "./plain.ts";
import { goesOn, isWhole } from "./whole.ts";

/** More entries than any feed shows at once; what lies beyond was there in the last fetch or is years old. */
const MOST_ENTRIES = 500;

const SUMMARY_LENGTH = 280;

type Parsed = ReturnType<typeof parse<string>>;

/** What an entry is told in, whichever the format. */
interface Raw {
  id?: string | undefined;
  title?: string | undefined;
  /** The title is text throughout, and what looks like markup is meant as it stands. */
  literal?: boolean;
  link?: string | undefined;
  /** The address that `link` is relative to, where it is not the feed's. */
  base?: string | undefined;
  byline?: string | undefined;
  date?: string | undefined;
  summary?: string | undefined;
  html?: string | undefined;
}

/**
 * A feed in RSS, Atom, RDF or JSON. `address` is the feed's own, absolute. Of one that breaks off, the entries that are whole. Rejects with an
 * `ImportProblem`: `not-an-article` is a text that is no feed.
 */
export function parseFeed(text: string, address: string): ParsedFeed {
  const parsed = parsedOf(text.replace(/^\uFEFF/, ""));
  const { title, site, lang, raw } = read(parsed);
  const entries = new Map<string, FeedEntry>();
  for (const each of raw.slice(0, MOST_ENTRIES)) {
    const entry = entryOf(each, address);
    if (entry && !entries.has(entry.id)) entries.set(entry.id, entry);
  }
  const home = absolute(site, address);
  return {
    title: plain(title) || hostOf(home ?? address),
    ...(home && { site: home }),
    ...(lang && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) && { lang }),
    entries: [...entries.values()],
  };
}

function parsedOf(text: string): Parsed {
  const options = { maxItems: MOST_ENTRIES, parseDateFn: (date: string) => date };
  try {
    return parse(text, options);
  } catch (cause) {
    const [whole] = /^\s*<[^]*<\/(?:\w+:)?(?:item|entry)\s*>/i.exec(text) ?? [];
    try {
      // What is open there yet, the parser closes by itself.
      if (whole) return parse(whole, options);
    } catch {
      // No feed either.
    }
    throw new ImportProblem("not-an-article", { cause });
  }
}

function read({ format, feed }: Parsed): { title?: string; site?: string; lang?: string; raw: Raw[] } {
  switch (format) {
    case "rss":
    case "rdf":
      return {
        ...kept({
          title: feed.title,
          site: feed.link,
          lang: "language" in feed ? feed.language : feed.dc?.languages?.[0],
        }),
        raw: (feed.items ?? []).map((item) => ({
          id: "guid" in item ? item.guid?.value : item.link,
          title: item.title ?? item.dc?.titles?.[0],
          link:
            item.link ?? ("guid" in item && item.guid?.isPermaLink !== false ? addressIn(item.guid?.value) : undefined),
          byline: item.dc?.creators?.join(", ") ?? ("authors" in item ? namesOf(item.authors) : undefined),
          date: ("pubDate" in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0],
          summary: item.description,
          html: item.content?.encoded ?? item.description,
        })),
      };
    case "atom":
      return {
        ...kept({ title: feed.title?.value, site: alternate(feed.links), lang: feed.xml?.lang }),
        raw: (feed.entries ?? []).map((entry) => ({
          id: entry.id,
          title: entry.title?.value,
          literal: /^(text)?$/.test(entry.title?.type ?? ""),
          link: alternate(entry.links),
          base: entry.xml?.base ?? feed.xml?.base,
          byline: namesOf(entry.authors),
          date: entry.published ?? entry.updated,
          summary: entry.summary?.value,
          html: entry.content?.value ?? entry.summary?.value,
        })),
      };
    case "json":
      return {
        ...kept({ title: feed.title, site: feed.home_page_url, lang: feed.language }),
        raw: (feed.items ?? []).map((item) => ({
          id: item.id,
          title: item.title,
          literal: true,
          link: item.url ?? item.external_url,
          byline: namesOf(item.authors),
          date: item.date_published ?? item.date_modified,
          summary: item.summary,
          html: item.content_html ?? (item.content_text && escape(item.content_text)),
        })),
      };
  }
}

/** Names that are no addresses are called permanent links by many feeds, for that is what a name is that says nothing of it. */
const addressIn = (guid = "") => (/^https?:\/\//i.test(guid.trim()) ? guid : undefined);

/** Undefined for an entry that has neither an address nor a text. */
function entryOf(raw: Raw, feed: string): FeedEntry | undefined {
  const address = absolute(raw.link, absolute(raw.base, feed) ?? feed);
  const html = raw.html?.trim() ?? "";
  if (!address && !html) return undefined;
  const own = raw.summary === raw.html ? "" : withoutOrigin(plain(raw.summary));
  const summary = shorten(own || withoutOrigin(plain(html)), SUMMARY_LENGTH);
  const title =
    (raw.literal
      ? withoutTurning(raw.title ?? "")
          .replace(/\s+/g, " ")
          .trim()
      : plain(raw.title)) ||
    shorten(plain(html), 80) ||
    address!;
  const byline = plain(raw.byline);
  const published = dateOf(raw.date);
  return {
    id: raw.id?.trim() || address || title,
    title,
    ...(address && { address }),
    ...(byline && { byline }),
    ...(published && { published }),
    ...(summary && summary !== title && { summary, ...((!own || goesOn(own)) && { teaser: true }) }),
    ...(html && { html }),
    whole: html !== "" && (!address || isWhole(html, raw.summary === raw.html ? "" : raw.summary)),
  };
}

function absolute(link: string | undefined, base: string): string | undefined {
  if (!link?.trim()) return undefined;
  try {
    const url = new URL(link.trim(), base);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Of an Atom link list: what a person reads. */
function alternate(links: readonly { href?: string; rel?: string; type?: string }[] = []): string | undefined {
  const pages = links.filter(({ rel }) => rel === undefined || rel === "alternate");
  return (pages.find(({ type }) => !type || /html/.test(type)) ?? pages[0])?.href;
}

/** The names, without addresses of post. */
function namesOf(persons: readonly { name?: string }[] = []): string {
  return persons.flatMap(({ name }) => (name && !/^\S+@\S+$/.test(name) ? [name] : [])).join(", ");
}

/** The day as the publisher writes it, wherever the reader is. */
function dateOf(text = ""): string | undefined {
  const named = /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4})/i.exec(text);
  const day = named ? `${named[1]} ${named[2]} ${named[3]} UTC` : /^\s*(\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  const time = Date.parse(day ?? text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "");
}

function escape(text: string): string {
  const safe = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return safe
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** Without what is not there. */
function kept(values: { title?: string | undefined; site?: string | undefined; lang?: string | undefined }) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Record<string, string>;
}
