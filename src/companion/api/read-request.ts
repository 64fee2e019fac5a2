import type { IncomingMessage } from "node:http";
import type { FetchRequest } from "#protocol/companion-api.ts";

/** Two addresses of the longest kind, escaped, and what is around them. */
const MOST_BYTES = 64 * 1024;

/** What a page asks for, or undefined for a body that is too long, no JSON, or has a field of another type. */
export async function readFetchRequest(request: IncomingMessage): Promise<FetchRequest | undefined> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) return undefined;
  const body = await readAtMost(request, MOST_BYTES);
  return body && parse(body.toString("utf8"));
}

/** The whole body, or undefined where it is longer; what is too much is not kept. */
export async function readAtMost(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes <= most) pieces.push(piece);
    else pieces.length = 0;
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
