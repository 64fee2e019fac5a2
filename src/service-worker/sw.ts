/** The service worker: listeners, nothing else. `routes.ts` says who answers what. */
import { clientsClaim } from "workbox-core/clientsClaim.js";
import { precache } from "workbox-precaching/precache.js";
import { databaseName } from "#storage/database.ts";
import { createKeeper } from "#storage/keeper.ts";
import { createRoutes } from "./routes.ts";
import { storeShippedArticles } from "./shipped.ts";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | { url: string; revision: string | null })[] };

const base = new URL(self.registration.scope).pathname;
const storage = createKeeper(databaseName(base));
const answer = createRoutes(base, storage);

precache(self.__WB_MANIFEST);
clientsClaim();

// A first visit is enough to read everything without a network. Where a version is at work already, the articles of the new one
// wait until it takes over, as all of it does: the database belongs to the version that pages are open in.
let isFirst = false;
self.addEventListener("install", (event) => {
  isFirst = !self.registration.active;
  if (isFirst) event.waitUntil(storeShippedArticles(base, storage));
});
// Not waited for: what the pages ask for is not answered before a worker has been activated.
self.addEventListener("activate", () => {
  if (!isFirst) void storeShippedArticles(base, storage);
});

self.addEventListener("fetch", (event) => {
  const response = answer(event);
  if (response) event.respondWith(response);
});

// Only when the reader has said so: see `shell/service-worker.ts`.
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});
