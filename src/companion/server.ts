import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { parseRoute } from "#domain/route.ts";
import { chooseEncoding } from "./content-encoding.ts";
import { Files, type StoredFile } from "./files.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

export interface CompanionOptions {
  /** The folder of the built app. */
  dist: string;
  /** The path the app was built for, with a slash at both ends. */
  base: string;
}

/** Hashed names never change their content; everything else is asked for again, and answered 304 while it is the same. */
const IMMUTABLE = "public, max-age=31536000, immutable";
const REVALIDATE = "no-cache";

/** The server of the built app; `api/health` tells whoever watches over it that it is there. Not listening yet. */
export function createCompanion({ dist, base }: CompanionOptions): Server {
  const files = new Files(dist);

  return createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    answer(request, response).catch((error: unknown) => {
      console.error(`${request.method} ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, "Something went wrong on the server.");
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return sendText(response, 405, "This address can only be read.");
    }
    const url = parseTarget(request.url);
    if (!url) return sendText(response, 400, "This is not an address.");
    if (`${url.pathname}/` === base) {
      response.setHeader("Location", base + url.search);
      return sendText(response, 308, "Moved.");
    }
    if (!url.pathname.startsWith(base)) return sendText(response, 404, "Not found.");

    const path = decodePath(url.pathname.slice(base.length));
    if (path === "api/health") return sendJson(response, { app: "lectern", healthy: true });
    if (path === undefined || path.startsWith("api/")) return sendText(response, 404, "Not found.");

    const file = (await files.find(path)) ?? (await files.find(`${path.replace(/\/$/, "")}/index.html`));
    if (file) return sendFile(request, response, file, 200, /^(assets|voice)\//.test(path) ? IMMUTABLE : REVALIDATE);

    // A page where a script was expected would be cached and run into a syntax error by an app of an earlier build.
    if (/^(assets|voice)\//.test(path)) return sendText(response, 404, "Not found.");

    // An article may exist on the reader's device only: the app's shell looks there.
    const shell = parseRoute(url, base).name === "read" ? await files.find("index.html") : undefined;
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

function sendText(response: ServerResponse, status: number, text: string): void {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.writeHead(status).end(`${text}\n`);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.writeHead(200).end(JSON.stringify(value));
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
