import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { parseRoute } from "#domain/route.ts";
import { ADD_PATH, SHARE_PATH } from "#protocol/companion-api.ts";
import { sendText } from "./answers.ts";
import { createApi } from "./api/api.ts";
import { GATE_LIMITS, type GateLimits } from "./api/gate.ts";
import { answerShare } from "./api/share.ts";
import { chooseEncoding } from "./content-encoding.ts";
import { type Network, publicWeb } from "./fetching/destination.ts";
import { createFetcher } from "./fetching/fetcher.ts";
import { Files, type StoredFile } from "./files.ts";
import { SECURITY_HEADERS, securityHeadersFor } from "./security-headers.ts";

export interface CompanionOptions {
  /** The folder of the built app. */
  dist: string;
  /** The path the app was built for, with a slash at both ends. */
  base: string;
  /** Of the companion. */
  version?: string;
  /** Where the app is served, as `https://reader.example`; without any, only under names that nobody on the web can own. */
  origins?: readonly string[];
  /** How many proxies of the host's own are in front, each of which adds to `X-Forwarded-For`. */
  proxies?: number;
}

/** What tests put in the place of the web and of the clock. Not to be had by any option or variable. */
export interface CompanionParts {
  network?: Partial<Network>;
  limits?: Partial<GateLimits>;
  /** Milliseconds for one fetch in all. */
  patience?: number;
}

/** Hashed names never change their content; everything else is asked for again, and answered 304 while it is the same. */
const IMMUTABLE = "public, max-age=31536000, immutable";
const REVALIDATE = "no-cache";
/** Requests are short; whoever takes longer to send one holds a place that others need. Milliseconds. */
const REQUEST_PATIENCE = 60_000;

const HASHED = /^(assets|fetching|pdf|voice)\//;

/** The server of the built app, which also fetches pages for it. Not listening yet. */
export function createCompanion(options: CompanionOptions, parts: CompanionParts = {}): Server {
  const { dist, base, version = "", origins = [], proxies = 0 } = options;
  const files = new Files(dist);
  const api = createApi({
    version,
    origins,
    proxies,
    fetcher: createFetcher({ ...publicWeb, ...parts.network }, parts.patience),
    limits: { ...GATE_LIMITS, ...parts.limits },
  });

  return createServer({ requestTimeout: REQUEST_PATIENCE, headersTimeout: 15_000 }, (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    answer(request, response).catch((error: unknown) => {
      console.error(`${request.method} failed: ${withoutWords(error)}`);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, "Something went wrong on the server.");
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = parseTarget(request.url);
    if (!url) return sendText(response, 400, "This is not an address.");
    const path = url.pathname.startsWith(base) ? decodePath(url.pathname.slice(base.length)) : undefined;
    if (path?.startsWith("api/")) return api(request, response, path);
    if (path === SHARE_PATH && request.method === "POST") return answerShare(request, response, base);

    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return sendText(response, 405, "This address can only be read.");
    }
    if (`${url.pathname}/` === base) {
      response.setHeader("Location", base + url.search);
      return sendText(response, 308, "Moved.");
    }
    if (path === undefined) return sendText(response, 404, "Not found.");
    for (const [name, value] of Object.entries(securityHeadersFor(path, url.searchParams)))
      response.setHeader(name, value);

    const file = (await files.find(path)) ?? (await files.find(`${path.replace(/\/$/, "")}/index.html`));
    if (file) return sendFile(request, response, file, 200, HASHED.test(path) ? IMMUTABLE : REVALIDATE);

    // A page where a script was expected would be cached and run into a syntax error by an app of an earlier build.
    if (HASHED.test(path)) return sendText(response, 404, "Not found.");

    // An article may exist on the reader's device only, and other views of the app are nowhere else: its shell shows them.
    const isView = path === ADD_PATH || parseRoute(url, base).name !== "not-found";
    const shell = isView ? await files.find("index.html") : undefined;
    if (shell) return sendFile(request, response, shell, 200, REVALIDATE);

    const notFound = await files.find("404.html");
    if (notFound) return sendFile(request, response, notFound, 404, REVALIDATE);
    sendText(response, 404, "Not found.");
  }
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StoredFile,
  status: number,
  cacheControl: string,
): Promise<void> {
  response.setHeader("Cache-Control", cacheControl);
  response.setHeader("ETag", file.etag);
  if (file.compressible) response.setHeader("Vary", "Accept-Encoding");
  if (status === 200 && matches(request.headers["if-none-match"], file.etag)) {
    response.writeHead(304).end();
    return;
  }
  const accepted = request.headers["accept-encoding"];
  const encoding = file.compressible ? chooseEncoding(String(accepted ?? ""), file.size) : "identity";
  const body = await file.body(encoding);
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Type", file.type);
  response.setHeader("Content-Length", body.length);
  // Node leaves the body of an answer to HEAD out by itself.
  response.writeHead(status).end(body);
}

/** What an error is and where it came up. Not its message: that may have the address in it, or the name of a file, which say what somebody reads. */
function withoutWords(error: unknown): string {
  const { name = "", code = "", message = "", stack = "" } = error as Partial<NodeJS.ErrnoException>;
  const places = stack
    .slice(stack.indexOf(message) + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return [name, code, ...places.slice(0, 5).map((place) => place.trim())].filter(Boolean).join(" ");
}

/** Weak comparison, as RFC 9110 §13.1.2 asks for `If-None-Match`. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
}

function parseTarget(target: string | undefined): URL | undefined {
  if (!target?.startsWith("/")) return undefined;
  const address = `http://companion.invalid${target}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
