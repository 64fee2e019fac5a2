import type { Plugin } from "vite";

/**
 * Takes out the helper that Vite wraps around `import()` to fetch a part's own imports and styles beforehand. The service worker
 * keeps every part on the device and there is one style sheet, so it would only be weight in the first load.
 */
export function noPreloadPlugin(): Plugin {
  return {
    name: "lectern:no-preload",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id.includes("vite/preload-helper")) return "export const __vitePreload = (load) => load();";
    },
  };
}
