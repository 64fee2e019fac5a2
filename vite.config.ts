import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { iconsPlugin } from "./src/publishing/icons-plugin.ts";
import { licencesPlugin } from "./src/publishing/licences-plugin.ts";
import { manifest } from "./src/publishing/manifest.ts";
import { noPreloadPlugin } from "./src/publishing/no-preload-plugin.ts";
import { prerenderPlugin } from "./src/publishing/prerender-plugin.ts";
import { lecternArticles } from "./src/publishing/vite-plugin.ts";

/** The path the app is served under: `BASE_PATH=/reader/ npm run build`. */
const base = `/${(process.env.BASE_PATH ?? "").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");

/**
 * All code of the worker is in one file, so the names that Workbox calls private by an underscore, and methods of its own whose names
 * occur nowhere else, can be short ones throughout.
 */
const WORKBOX_NAMES =
  /^_[a-z]|(Callbacks?|CacheList|CacheKeys?|ForURL|BoundToURL|edURLs|Plugin|CachePut)$|^(cacheMatch|doneWaiting|handleAll|matchPrecache)$/;

const workerMinification: Plugin = {
  name: "lectern:worker-minification",
  config: () => ({
    build: {
      terserOptions: {
        ecma: 2020,
        module: true,
        compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true },
        mangle: { properties: { regex: WORKBOX_NAMES } },
      },
    },
  }),
};

/** The text, its sentences and their places in the page: wanted together wherever text is worked on, and smaller as one file. */
const TEXT =
  /\/src\/(domain\/(text|segment|segmenters|sentence-ends|run-on|held-together|marks|abbreviations\/(english|habits))|reading\/(window|ranges))\.ts$/;

export default defineConfig({
  base,
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    minify: "terser",
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "text", test: TEXT, includeDependenciesRecursively: false }] },
        // Beside the other parts, for the worker keeps all of those ready: patterns are for the few languages that are read.
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.includes("/hyphen/patterns/")
            ? "assets/patterns/[name]-[hash].js"
            : "assets/[name]-[hash].js",
      },
    },
  },
  plugins: [
    preact({ reactAliasesEnabled: false, prefreshEnabled: false }),
    iconsPlugin(),
    noPreloadPlugin(),
    lecternArticles(),
    licencesPlugin(),
    prerenderPlugin(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/service-worker",
      filename: "sw.ts",
      registerType: "prompt",
      injectRegister: false,
      manifest,
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: "iife",
        minify: "terser",
        buildPlugins: { vite: [workerMinification] },
        target: "es2022",
        // The revision only has to change with the file; eight digits of its hash do, and weigh less in the worker.
        manifestTransforms: [
          (manifest) => ({
            manifest: manifest.map((entry) => ({ ...entry, revision: entry.revision?.slice(0, 8) ?? null })),
            warnings: [],
          }),
        ],
        globPatterns: [
          "index.html",
          "reader.html",
          "assets/*.{js,css}",
          "articles/index.json",
          "articles/*/*.{svg,png,jpg,webp}",
          "icons/lectern.svg",
        ],
      },
    }),
  ],
});
