/**
 * The service worker: listeners and routes, nothing else. It precaches the whole app, keeps the articles in IndexedDB, and
 * answers the page of an article as finished HTML.
 */
import { clientsClaim } from "workbox-core";
import { addRoute, cleanupOutdatedCaches, precache } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";
import { createStorage } from "#storage/storage.ts";
import { ArticleData } from "./article-data.ts";
import { ArticlePage } from "./article-page.ts";
import { ShellPage } from "./shell-page.ts";
import { storeShippedArticles } from "./shipped.ts";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | { url: string; revision: string | null })[] };

const base = new URL(self.registration.scope).pathname;
// The pages tell the reader what is wrong with storage; here every answer has a way round it.
const storage = createStorage({ onProblem() {} });

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();
clientsClaim();

self.addEventListener("install", (event) => event.waitUntil(storeShippedArticles(base, storage)));

// Only when the reader has said so: see `shell/service-worker.ts`.
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});

const under = (path: string) => new RegExp(`^${base.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}${path}`);

registerRoute(new NavigationRoute(new ArticlePage(base, storage), { allowlist: [under("read/")] }));
registerRoute(new NavigationRoute(new ShellPage(storage), { denylist: [under("api/"), under("assets/"), under("articles/"), under("[^?]*\\.[a-z0-9]+(?:$|\\?)")] }));
registerRoute(({ url, sameOrigin }) => sameOrigin && under("articles/[^/]+\\.json$").test(url.pathname) && !url.pathname.endsWith("/index.json"), new ArticleData(storage));
// A typeface is fetched when the reader first chooses it, and stays. Its name changes with its content.
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith(".woff2"), new CacheFirst({ cacheName: "fonts" }));
addRoute({ directoryIndex: "", cleanURLs: false });
