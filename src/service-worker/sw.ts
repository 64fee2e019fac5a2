/** The service worker: listeners, nothing else. `routes.ts` says who answers what. */
import { clientsClaim } from "workbox-core/clientsClaim.js";
import { precache } from "workbox-precaching/precache.js";
import { createKeeper } from "#storage/keeper.ts";
import { createRoutes } from "./routes.ts";
import { storeShippedArticles } from "./shipped.ts";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | { url: string; revision: string | null })[] };

const base = new URL(self.registration.scope).pathname;
const storage = createKeeper();
const answer = createRoutes(base, storage);

precache(self.__WB_MANIFEST);
clientsClaim();

self.addEventListener("install", (event) => event.waitUntil(storeShippedArticles(base, storage)));

self.addEventListener("fetch", (event) => {
  const response = answer(event);
  if (response) event.respondWith(response);
});

// Only when the reader has said so: see `shell/service-worker.ts`.
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});
