import type { IncomingMessage } from "node:http";
import { decode } from "#domain/web-charset.ts";
import { essence, identifyPage, identifyPicture } from "#domain/web-media.ts";
import { FETCH_LIMITS, type FetchKind, type FetchRequest } from "#protocol/companion-api.ts";
import { readBody } from "./body.ts";
import { deadline } from "./deadline.ts";
import { type Network, parseAddress } from "./destination.ts";
import { FetchProblem } from "./fetch-problem.ts";
import { follow } from "./follow.ts";
import { Robots } from "./robots.ts";
import { answerProblem } from "./status.ts";
import { UNPACKS } from "./unpack.ts";
import { USER_AGENT } from "./user-agent.ts";

/** What was found, in memory and nowhere else. */
export interface Found {
  /** Where, in the end. */
  url: URL;
  type: string;
  charset?: string;
  etag?: string;
  lastModified?: string;
  body: Buffer;
}

interface Asking {
  /** Aborted when nobody waits for it any more. */
  signal: AbortSignal;
  /** Told how many bytes are held by now; may throw. */
  held?(bytes: number): void;
}

/** Finds what a reader asks for. Resolves with `unchanged` for a feed that is what it was; rejects with a `FetchProblem`. */
export type Fetcher = (kind: FetchKind, request: FetchRequest, asking: Asking) => Promise<Found | "unchanged">;

/** From the first look-up to the last byte. */
const ALL_MILLISECONDS = 15_000;

const ACCEPTED: Readonly<Record<FetchKind, string>> = {
  page: "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,application/epub+zip;q=0.9,*/*;q=0.8",
  image: "image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
  feed: "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/html;q=0.8,*/*;q=0.5",
};

export function createFetcher(network: Network, milliseconds = ALL_MILLISECONDS): Fetcher {
  const robots = new Robots(network);

  return async (kind, request, { signal: outer, held }) => {
    const start = parseAddress(request.url);
    const { signal, end } = deadline(milliseconds, outer);
    try {
      const { url, response } = await follow(start, {
        network,
        signal,
        headers: (url) => headersFor(kind, request, url),
        mayAsk: (destination) => robots.check(destination, signal),
      });
      if (kind === "feed" && response.statusCode === 304) {
        response.destroy();
        return "unchanged";
      }
      const refused = answerProblem(response);
      if (refused) {
        response.destroy();
        throw refused;
      }
      return await (kind === "image" ? findPicture : findText)(kind, url, response, { signal, held });
    } finally {
      end();
    }
  };
}

function headersFor(kind: FetchKind, request: FetchRequest, url: URL): Record<string, string> {
  const headers: Record<string, string> = {
    "User-Agent": USER_AGENT,
    Accept: ACCEPTED[kind],
    "Accept-Encoding": UNPACKS,
  };
  const referrer = kind === "image" && request.page !== undefined ? referrerFor(parseAddress(request.page), url) : "";
  if (referrer) headers["Referer"] = referrer;
  if (kind === "feed" && isHeaderValue(request.etag)) headers["If-None-Match"] = request.etag;
  if (kind === "feed" && isHeaderValue(request.lastModified)) headers["If-Modified-Since"] = request.lastModified;
  return headers;
}

/** As much as browsers tell by default: https://www.w3.org/TR/referrer-policy/#referrer-policy-strict-origin-when-cross-origin */
function referrerFor(page: URL, url: URL): string {
  if (page.protocol === "https:" && url.protocol === "http:") return "";
  return page.origin === url.origin ? page.href : `${page.origin}/`;
}

/** A page that may name a feed is as large as a page may be. */
const HTML = /^(text\/html|application\/xhtml\+xml)$/;

interface Receiving {
  signal: AbortSignal;
  held: Asking["held"];
}

async function findText(kind: FetchKind, url: URL, response: IncomingMessage, receiving: Receiving): Promise<Found> {
  const contentType = response.headers["content-type"] ?? "";
  const { type, sort, body } = await readBody(response, {
    ...receiving,
    judge(head) {
      const media = identifyPage(essence(contentType), head);
      if (!media || (kind === "feed" && media.sort === "file")) throw new FetchProblem("wrong-type");
      const isFeed = kind === "feed" && !HTML.test(media.type);
      return { ...media, most: isFeed ? FETCH_LIMITS.feed : FETCH_LIMITS[media.sort] };
    },
  });
  if (sort === "file") return { url, type, body };
  const { text, charset } = decode(body, contentType, url.hostname);
  return { url, type, charset, ...(kind === "feed" && validators(response)), body: Buffer.from(text) };
}

/** What the site wants to be told the next time. */
function validators({ headers }: IncomingMessage): Pick<Found, "etag" | "lastModified"> {
  const { etag, "last-modified": lastModified } = headers;
  return { ...(isHeaderValue(etag) && { etag }), ...(isHeaderValue(lastModified) && { lastModified }) };
}

async function findPicture(_: FetchKind, url: URL, response: IncomingMessage, receiving: Receiving): Promise<Found> {
  const { type, body } = await readBody(response, {
    ...receiving,
    judge(head) {
      const type = identifyPicture(essence(response.headers["content-type"]), head);
      if (type === undefined) throw new FetchProblem("wrong-type");
      return { type, most: FETCH_LIMITS.image };
    },
  });
  return { url, type, body };
}

function isHeaderValue(value: unknown): value is string {
  return typeof value === "string" && /^[\x20-\x7e]{1,512}$/.test(value);
}
