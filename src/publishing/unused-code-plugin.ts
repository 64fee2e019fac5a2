import type { Plugin } from "vite";

/** From the first occurrence of `start` up to, and not with, the next one of `end`; `instead` takes its place. */
export type Cut = readonly [start: string, end: string, instead?: string];

/**
 * What of the packages is there for uses that the app does not make of them, and no minifier can tell: methods of a class, shortcuts
 * that hang in a proxy. By the end of the module's path. A reader's phone would load it before anything can be answered.
 */
export const UNUSED: Readonly<Record<string, readonly Cut[]>> = {
  // `db.get` and its like, cursors, and properties that are set. Everything here goes through `storage/transact.ts`.
  "idb/build/index.js": [
    ["set(target, prop, value) {", "};\nfunction replaceTraps"],
    ["if (getCursorAdvanceMethods().includes(func)) {", "return function (...args) {\n        // Calling"],
    ["replaceTraps((oldTraps) => ({\n    ...oldTraps,\n    get: (target", "const advanceMethodProps"],
    ["replaceTraps((oldTraps) => ({\n    ...oldTraps,\n    get(target", "export {"],
  ],
  // Integrity, reports of what was fetched, warnings about entries without a revision (ours carry it in their names), and answers to
  // requests: `service-worker/routes.ts` gives those.
  "workbox-precaching/PrecacheController.js": [
    ["const urlsToWarnAbout = [];", "for (const entry"],
    ["if (typeof entry === 'string') {\n                urlsToWarnAbout", "const { cacheKey, url }"],
    ["if (this._urlsToCacheKeys.has(url) &&", "this._urlsToCacheKeys.set(url"],
    ["if (urlsToWarnAbout.length > 0)", "    }\n    /**", "}\n"],
    ["const installReportPlugin", "for (const [url, cacheKey]"],
    ["const integrity =", "const cacheMode = this._urlsToCacheModes"],
    ["integrity,\n", "cache: cacheMode"],
    ["const { updatedURLs, notUpdatedURLs }", "});\n    }"],
    ["const deletedURLs = [];", "for (const request of"],
    ["deletedURLs.push(", "}\n            }"],
    ["if (process.env.NODE_ENV !== 'production') {\n                printCleanupDetails", "});\n    }"],
    ["getURLsToCacheKeys() {", "getCacheKeyForURL(url) {"],
    ["getIntegrityForCacheKey(cacheKey) {", "async matchPrecache("],
    ["createHandlerBoundToURL(url) {", "}\nexport {"],
    ["this._cacheKeysToIntegrities = new Map();", "this._strategy ="],
  ],
  "workbox-precaching/PrecacheStrategy.js": [
    [
      "if (handler.event && handler.event.type",
      "async _handleInstall(",
      "return this._handleInstall(request, handler);\n}\n",
    ],
    [
      "let defaultPluginIndex",
      "PrecacheStrategy.defaultPrecacheCacheabilityPlugin = {",
      "const usual = PrecacheStrategy.defaultPrecacheCacheabilityPlugin; if (!this.plugins.includes(usual)) this.plugins.push(usual);\n}\n}\n",
    ],
  ],
  "workbox-precaching/utils/createCacheKey.js": [
    ["if (!entry) {", "if (typeof entry"],
    ["if (!url) {", "if (!revision)"],
  ],
  // Always this way: the test for another one answers no since it was written.
  "workbox-core/copyResponse.js": [["canConstructResponseFromBodyStream()\n", "await clonedResponse.blob()"]],
  // Hooks of plugins that there are none of, and the preloading of navigations.
  "workbox-strategies/StrategyHandler.js": [
    ["if (request.mode === 'navigate' &&", "const pluginFilteredRequest"],
    ["if (originalRequest) {", "throw error;"],
    ["const hasCacheUpdateCallback", "try {\n            await cache.put"],
    ["hasCacheUpdateCallback ? responseToCache.clone() : ", "responseToCache);"],
    ["if (error.name === 'QuotaExceededError')", "throw error;\n            }\n        }\n        for"],
    ["for (const callback of this.iterateCallbacks('cacheDidUpdate'))", "return true;"],
    ["hasCallback(name) {", "async runCallbacks("],
  ],
};

/** The code of a module without these. Throws where one is not to be found: the package has changed, and has to be looked at again. */
export function without(code: string, cuts: readonly Cut[], module: string): string {
  for (const [start, end, instead = ""] of cuts) {
    const from = code.indexOf(start);
    const to = code.indexOf(end, from + start.length);
    if (from < 0 || to < 0) throw new Error(`${module} has changed: “${start}” is not to be found.`);
    code = code.slice(0, from) + instead + code.slice(to);
  }
  return code;
}

/** Leaves what `UNUSED` lists out of what is built. */
export function unusedCodePlugin(): Plugin {
  return {
    name: "lectern:unused-code",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      const module = Object.keys(UNUSED).find((path) => id.split("?")[0]!.endsWith(`/node_modules/${path}`));
      return module ? { code: without(code, UNUSED[module]!, module), map: null } : undefined;
    },
  };
}
