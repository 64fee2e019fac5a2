import type { ServerResponse } from "node:http";
import { ANSWER_HEADERS, type Refusal } from "#protocol/companion-api.ts";
import { sendJson } from "../answers.ts";
import { chooseEncoding, encode } from "../content-encoding.ts";
import type { Found } from "../fetching/fetcher.ts";

/** Foreign bytes are never a page of this origin, whoever opens them and however. */
const INERT: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Disposition": "attachment",
  "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "Content-Type": "application/octet-stream",
};

const STATUS: Readonly<Partial<Record<Refusal["reason"], number>>> = {
  "bad-address": 400,
  token: 401,
  origin: 403,
  private: 403,
  robots: 403,
  "wrong-type": 415,
  busy: 429,
  timeout: 504,
};

/** Whoever takes nothing for so long has gone, and what is held for it is let go. */
const IDLE_MILLISECONDS = 30_000;

/** `accepted` is the `Accept-Encoding` of whoever asked. Resolves when it has been sent, or when nobody is there to take it. */
export async function sendFound(response: ServerResponse, found: Found, accepted: string): Promise<void> {
  const { url, type, charset, etag, lastModified, body } = found;
  const described = { address: url.href, type, charset, etag, lastModified };
  for (const [name, value] of Object.entries(INERT)) response.setHeader(name, value);
  for (const [name, value] of Object.entries(described)) {
    if (value !== undefined) response.setHeader(ANSWER_HEADERS[name as keyof typeof described], value);
  }
  // Pictures and files are packed already.
  const encoding = charset === undefined ? "identity" : chooseEncoding(accepted, body.length);
  const packed = await encode(body, encoding, "once");
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", packed.length);
  if (response.destroyed) return;
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
    response.setTimeout(IDLE_MILLISECONDS, () => response.destroy());
    response.writeHead(200).end(packed);
  });
}

export function sendUnchanged(response: ServerResponse): void {
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(204).end();
}

/** What the site refused or had not, is a gateway's failure; the reason says more than any status. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  if (refusal.retryAfter !== undefined) response.setHeader("Retry-After", refusal.retryAfter);
  sendJson(response, STATUS[refusal.reason] ?? 502, refusal);
}
