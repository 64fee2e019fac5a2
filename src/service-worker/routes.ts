import { getCacheKeyForURL } from "workbox-precaching/getCacheKeyForURL.js";
import { ADD_PATH, HANDOVER } from "#protocol/companion-api.ts";
import type { Keeper } from "#storage/keeper.ts";
import { ArticleData, createFindArticle } from "./article-data.ts";
import { answerArticlePage } from "./article-page.ts";
import { answerImage } from "./image.ts";
import { answerShare } from "./share.ts";
import { answerShell } from "./shell-page.ts";
import { Typeface } from "./typeface.ts";

/**
 * Who answers a request; undefined leaves it to the network. These few tests stand in for `workbox-routing`, which would be a
 * seventh of the worker's weight.
 */
export function createRoutes(base: string, storage: Keeper): (event: FetchEvent) => Promise<Response> | undefined {
  const find = createFindArticle(base, storage);
  const articleData = new ArticleData(find);
  const typeface = new Typeface({ cacheName: "fonts" });

  return (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== location.origin || !url.pathname.startsWith(base)) return undefined;
    const path = url.pathname.slice(base.length);
    if (request.method !== "GET") return path === "share" ? answerShare(request, base, storage) : undefined;
    if (request.mode === "navigate") {
      if (path.startsWith("read/")) return answerArticlePage(event, base, storage, find);
      // An address that names a file, or belongs to the companion, is no page of the app.
      if (/^api\/|\.(?!html$)[a-z0-9]+$/i.test(path)) return undefined;
      const page = answerShell(storage);
      return path === ADD_PATH && url.searchParams.has(HANDOVER) ? page.then(withoutOpenerPolicy) : page;
    }
    if (/^articles\/(?!index\.)[^/]+\.json$/.test(path)) return articleData.handle(event);
    if (path.startsWith("images/")) return answerImage(path.slice(7), storage);
    if (/^(assets\/patterns|voice|pdf)|\.woff2$/.test(path)) return typeface.handle(event);
    const precached = getCacheKeyForURL(request.url);
    return precached === undefined ? undefined : fromPrecache(precached, request);
  };
}

/** A page that was opened by another hears from that one only so: `ui/adding/handover.ts`. The companion does the same. */
function withoutOpenerPolicy(page: Response): Response {
  page.headers.delete("Cross-Origin-Opener-Policy");
  return page;
}

async function fromPrecache(key: string, request: Request): Promise<Response> {
  // The browser may have thrown single entries away.
  const kept = await caches.match(key).catch(() => undefined);
  return kept ?? fetch(request).catch(() => Response.error());
}
