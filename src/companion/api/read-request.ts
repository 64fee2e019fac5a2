import type { IncomingMessage } from "node:http";
import type { FetchRequest } from "#protocol/companion-api.ts";

/** Two addresses of the longest kind, escaped, and what is around them. */
const MOST_BYTES = 64 * 1024;

/** A browser that still sends does not look for an answer, so what is too much is let by; but not more of it than a share of some pictures. */
const MOST_LET_BY = 64 * 1024 * 1024;

/** What a page asks for; undefined for what is no JSON or has a field of another type, "too-long" for a body that no page would send. */
export async function readFetchRequest(request: IncomingMessage): Promise<FetchRequest | "too-long" | undefined> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) return undefined;
  const body = await readAtMost(request, MOST_BYTES);
  return body ? parse(body.toString("utf8")) : "too-long";
}

/** The whole body, or undefined where it is longer; what is too much is not kept. Rejects where there is no end of it. */
export async function readAtMost(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes <= most) pieces.push(piece);
    else pieces.length = 0;
    if (bytes > MOST_LET_BY) throw new Error("Far more was sent than anybody needs.");
  }
  return bytes <= most ? Buffer.concat(pieces) : undefined;
}

function parse(text: string): FetchRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { url, page, etag, lastModified } = value as Record<string, unknown>;
  if (typeof url !== "string") return undefined;
  if (![page, etag, lastModified].every((field) => field === undefined || typeof field === "string")) return undefined;
  return value as FetchRequest;
}
