import type { IncomingMessage, ServerResponse } from "node:http";
import { ADD_PATH } from "#protocol/companion-api.ts";
import { readAtMost } from "./read-request.ts";

/** More of a share is not kept than this, for anybody may send one: the words that fit into the query, escaped, and what is around them. */
const MOST_BYTES = 64 * 1024;

/** Together with everything else in a request's head it has to stay below the 16 kB that servers take. */
const MOST_QUERY_CHARACTERS = 6000;

const FIELDS = ["url", "title", "text"] as const;

/**
 * Leads a share on to the app's own view for adding, which is not there yet to take it: as a query, and without its files, which only a
 * service worker could keep on the reader's device. Nothing is stored here.
 */
export async function answerShare(request: IncomingMessage, response: ServerResponse, base: string): Promise<void> {
  const form = await readForm(request);
  const query = new URLSearchParams();
  for (const name of FIELDS) {
    const value = form?.get(name);
    if (typeof value === "string" && value.trim() !== "") query.set(name, fitting(value, name, query));
  }
  const files = form ? [...form.values()].filter((value) => typeof value !== "string").length : 1;
  if (files > 0) query.set("files", `${files}`);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Location", `${base}${ADD_PATH}${query.size > 0 ? `?${query}` : ""}`);
  response.writeHead(303).end();
}

/** Undefined where it is too large to be looked at, or no form. */
async function readForm(request: IncomingMessage): Promise<FormData | undefined> {
  const body = await readAtMost(request, MOST_BYTES);
  const type = request.headers["content-type"];
  if (!body || type === undefined) return undefined;
  try {
    return await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData();
  } catch {
    return undefined;
  }
}

/** As much of the value as the query has room for. */
function fitting(value: string, name: string, query: URLSearchParams): string {
  let fits = value.slice(0, MOST_QUERY_CHARACTERS);
  while (fits !== "" && `${query}&${new URLSearchParams({ [name]: fits })}`.length > MOST_QUERY_CHARACTERS) {
    fits = fits.slice(0, Math.floor(fits.length * 0.9)).replace(/[\ud800-\udbff]$/, "");
  }
  return fits;
}
