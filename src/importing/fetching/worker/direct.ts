/**
 * The worker that fetches from other sites, where they allow it. The policy of the app's pages lets them reach their own origin and nothing else, whatever
 * is in an article; a worker that comes from the network has the policy of its own answer
 * (https://html.spec.whatwg.org/multipage/workers.html#run-a-worker, "initialize worker policy container"), and that of this one file is wider. It sends no
 * cookies and does not say where it comes from.
 */
import { decode } from "#domain/web-charset.ts";
import { essence, identifyPage, identifyPicture } from "#domain/web-media.ts";
import { FETCH_LIMITS } from "#protocol/companion-api.ts";
import type { FetchReason } from "#protocol/fetch-reason.ts";
import type { FromDirect, ToDirect } from "../direct-messages.ts";
import type { FetchedImage, FetchedPage } from "../fetched.ts";
import { readAtMost } from "./read-at-most.ts";

/** As long as the companion gives a site. */
const PATIENCE_MILLISECONDS = 15_000;

const under = new Map<number, AbortController>();

self.addEventListener("message", ({ data }: MessageEvent<ToDirect>) => {
  if (data.kind === "leave") under.get(data.id)?.abort();
  else void answer(data.id, data.kind, data.url);
});

async function answer(id: number, kind: "page" | "image", url: string): Promise<void> {
  const leaving = new AbortController();
  under.set(id, leaving);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    leaving.abort();
  }, PATIENCE_MILLISECONDS);
  let message: FromDirect;
  try {
    message = { id, ...(await fetchAs(kind, url, leaving.signal)) };
  } catch {
    // A site that forbids it and one that cannot be reached look the same from here, and that is intended.
    message = { id, reason: isLate ? "timeout" : navigator.onLine ? "no-companion" : "offline" };
  }
  clearTimeout(timer);
  under.delete(id);
  self.postMessage(message);
}

type Outcome = { found: FetchedPage | FetchedImage } | { reason: FetchReason };

/** Rejects where the site cannot be reached or read. */
async function fetchAs(kind: "page" | "image", url: string, signal: AbortSignal): Promise<Outcome> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return { reason: "bad-address" };
  const response = await fetch(url, { mode: "cors", credentials: "omit", referrerPolicy: "no-referrer", signal });
  if (!response.ok) return { reason: reasonFor(response.status) };

  const contentType = response.headers.get("content-type") ?? "";
  const declared = essence(contentType);
  const address = withoutFragment(response.url);
  if (kind === "image") {
    const bytes = await readAtMost(response, () => FETCH_LIMITS.image);
    const type = bytes && identifyPicture(declared, bytes.subarray(0, 1445));
    if (!bytes) return { reason: "too-large" };
    return type ? { found: { address, type, bytes: new Blob([bytes], { type }) } } : { reason: "wrong-type" };
  }
  let media: ReturnType<typeof identifyPage>;
  const bytes = await readAtMost(response, (head) => {
    media = identifyPage(declared, head);
    return media ? FETCH_LIMITS[media.sort] : 0;
  });
  const { type, sort } = media ?? {};
  if (type === undefined) return { reason: "wrong-type" };
  if (!bytes) return { reason: "too-large" };
  if (sort === "file") return { found: { address, type, file: new Blob([bytes], { type }) } };
  return { found: { address, type, text: decode(bytes, contentType, new URL(address).hostname).text } };
}

function withoutFragment(text: string): string {
  const url = new URL(text);
  url.hash = "";
  return url.href;
}

function reasonFor(status: number): FetchReason {
  if (status === 404 || status === 410) return "not-found";
  if (status === 429) return "busy";
  return status >= 400 && status < 500 ? "refused" : "failed";
}
