/**
 * What the page and the companion say to each other. All paths are relative to the app's base path.
 *
 * The page asks for a session with `GET api/session` and learns so whether there is a companion at all: it alone answers a
 * `CompanionSession` as JSON, a host of files answers 404 or a page. What is fetched is asked for with `POST`, a `FetchRequest` as
 * JSON, and the session's token in `TOKEN_HEADER`. The answer is one of
 * - 200: the bytes, always as `application/octet-stream` so that no browser shows them, described by the headers in `ANSWER_HEADERS`.
 *   Text has been decoded and is UTF-8.
 * - 204: the feed is what it was (`etag`, `lastModified`).
 * - any other: a `Refusal` as JSON.
 */
import type { FetchReason } from "./fetch-reason.ts";

export const HEALTH_PATH = "api/health";
export const SESSION_PATH = "api/session";

/** Where the browser posts what is shared with the app, as long as there is no service worker to take it; leads on to `ADD_PATH`. */
export const SHARE_PATH = "share";

/** The app's view for adding articles. After a share its query has `title`, `text` and `url`, where they were given, and `files`, how many were lost. */
export const ADD_PATH = "add";

/** In the query of `ADD_PATH`: the page that has opened it hands itself over. It alone may be spoken to by who has opened it. */
export const HANDOVER = "handover";

/**
 * - `page`: text to read (HTML, XHTML, plain text, Markdown, XML, JSON) or a file that can be imported (PDF, EPUB, MHTML).
 * - `image`: JPEG, PNG, GIF, WebP, AVIF or SVG. SVG is a program as well: who serves it to a browser later has to draw it into another
 *   kind of picture first, or serve it with a policy of `sandbox`.
 * - `feed`: RSS, Atom or JSON Feed, or the page of HTML that may name one.
 */
export type FetchKind = "page" | "image" | "feed";

/** Where each kind is asked for. */
export const fetchPath = (kind: FetchKind): string => `api/${kind}`;

/** Carries the session's token, in a header that no form and no other site's page can send. */
export const TOKEN_HEADER = "lectern-token";

export interface CompanionSession {
  app: "lectern";
  /** Of the companion, from its package. */
  version: string;
  /** Good for this run of the companion, for some hours; then a new session is asked for. */
  token: string;
}

export interface FetchRequest {
  /** http or https. */
  url: string;
  /** Images: the address of the page that shows it, for sites that give their pictures to their own pages only. */
  page?: string;
  /** Feeds: what the last answer had, to be told whether anything is new. */
  etag?: string;
  lastModified?: string;
}

/** Headers that describe the bytes of an answer. All are ASCII. */
export const ANSWER_HEADERS = {
  /** Where it was found in the end, after all redirects, without a fragment. */
  address: "lectern-address",
  /** Its media type, lower case, without parameters: declared by the site and, where the bytes say otherwise, theirs. */
  type: "lectern-type",
  /** Texts: the encoding it had, by its WHATWG name. */
  charset: "lectern-charset",
  /** Feeds: for the next time. */
  etag: "lectern-etag",
  lastModified: "lectern-last-modified",
} as const;

/**
 * Why nothing was fetched: a reason of the fetch itself, or
 * - `token`: the token is missing or no longer good; ask for a new session.
 * - `origin`: it was not asked by a page of the app.
 */
export interface Refusal {
  reason: FetchReason | "token" | "origin";
  /** What the site answered, where it did. */
  status?: number;
  /** Seconds to wait before the next try. */
  retryAfter?: number;
}

const MEBIBYTE = 1024 * 1024;

/** The most bytes of each sort that are fetched, after decompression. */
export const FETCH_LIMITS = {
  text: 5 * MEBIBYTE,
  file: 50 * MEBIBYTE,
  image: 10 * MEBIBYTE,
  feed: 10 * MEBIBYTE,
} as const;
