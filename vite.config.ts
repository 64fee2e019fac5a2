import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { minify } from "terser";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { iconsPlugin } from "./src/publishing/icons-plugin.ts";
import { licencesPlugin } from "./src/publishing/licences-plugin.ts";
import { manifestFor } from "./src/publishing/manifest.ts";
import { noPreloadPlugin } from "./src/publishing/no-preload-plugin.ts";
import { pdfFilesPlugin } from "./src/publishing/pdf-files-plugin.ts";
import { prerenderPlugin } from "./src/publishing/prerender-plugin.ts";
import { voiceGuidesPlugin } from "./src/publishing/voice-guides-plugin.ts";
import { unusedCodePlugin } from "./src/publishing/unused-code-plugin.ts";
import { voicePacksPlugin } from "./src/publishing/voice-packs-plugin.ts";
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

/**
 * The worker once more, with its list in it: entries whose name changes with their content need no revision, and the rest no quotes.
 * A phone would load them every time the worker is started.
 */
const workerList: Plugin = {
  name: "lectern:worker-list",
  apply: "build",
  closeBundle: {
    order: "post",
    sequential: true,
    async handler() {
      const file = join(this.environment.config.build.outDir, "sw.js");
      if (!existsSync(file)) return;
      const worker = readFileSync(file, "utf8")
        .replace(/\{"revision":null,"url":("[^"]+")\}/g, "$1")
        .replace(/("revision":"[0-9a-f]{8})[0-9a-f]+/g, "$1");
      const compress = { passes: 3, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true };
      const { code } = await minify(worker, { ecma: 2020, module: true, compress });
      if (code) writeFileSync(file, code);
    },
  },
};

export default defineConfig({
  base,
  resolve: {
    alias: { "decode-named-character-reference": join(import.meta.dirname, "src/importing/text/named-character.ts") },
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    minify: "terser",
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    rolldownOptions: {
      output: {
        // Beside the other parts, for the worker keeps all of those ready: patterns are for the few languages that are read, and what
        // encodes is for those who save an article as audio. Names are short: they stand in the worker's list as well.
        chunkFileNames({ facadeModuleId, name }) {
          if (facadeModuleId?.includes("/hyphen/patterns/")) return "assets/patterns/[name]-[hash:8].js";
          if (/\/(opus-file|importing\/feeds\/feeds)\.ts$/.test(facadeModuleId ?? ""))
            return "voice/[name]-[hash:8].js";
          return `assets/${name.replace(/^rolldown-|\..*$/g, "")}-[hash:7].js`;
        },
        // What is always wanted together is one file: each has a line in the worker's list, and a request of its own.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: "aids",
              test: /src\/((reading|ui)\/aids\/|reading\/lazy|i18n\/en-aids)|hyphen\/hyphen\.js|rolldown/,
            },
            {
              name: "listening",
              test: /src\/(ui\/(listening|voices|saving-audio|queue)|reading\/(follow|painter|paint-boxes|spoken-range)|state\/(listening-session|voice-choice|next-up|saving-audio|heard-place|going-on|queue)|i18n\/en-(listening|keys|saving-audio|queue)|domain\/(article-keys|player-keys|file-name|queue))|icon:(play|pause|file-down|list-music|locate-fixed|skip-|ellipsis|chevrons-|keyboard|square|sliders-|languages)/,
            },
            {
              name: "parts",
              test: /src\/(ui\/parts\/(Sheet|Stepper|Switch|Choices|FileButton|hand-out|styles|sheet\.css)|state\/settings-editor|domain\/(script|look|settings|spoken-settings|pronunciations|contrast|own-colors)\.)|icon:(minus|rotate-cc?w|trash)$/,
            },
            {
              name: "after-start",
              test: /src\/(shell\/(after-start|go-to-adding|service-worker)|ui\/(adding\/drops|parts\/adopt-styles)|i18n\/en-drops|state\/(watch-(inbox|feeds)|in-turn|arriving\/lazy|leftovers\/[\w-]+)|storage\/(inbox|contents|images|patch|feed-counts)|domain\/picture-sizes|protocol\/(inbox|sound-files|trusted-worker|content-security-policy))\.|workbox-/,
            },
            {
              name: "adding",
              test: /src\/(ui\/news\/[\w-]+|i18n\/en-news|state\/(arriving\/arriving|adding|arrival|draft|draft-parts|inbox-item|feeds|feed-entries|inbox-work|picture-work|own-pictures|known|saved-pictures|share|to-article)|storage\/(saved-articles|shared-images|removing|feeds)|domain\/(slug|markup-start))\./,
            },
            {
              name: "late",
              test: /src\/(ui\/reader\/growing-text|reading\/place-in-view)\./,
            },
            {
              name: "place",
              test: /src\/(domain\/(page-turns|table|anchor)\.|state\/same-text|reading\/(ranges|window|focus)\.|i18n\/article-words|rendering\/[a-z-]+)|icon:x$/,
            },
          ],
        },
      },
    },
  },
  // Kept on the device when they are first used, like all of the built-in voice, and not by every reader: `synthesis`, and `reading` of PDFs.
  // `shrinking` of pictures is small, and kept ready like other parts. `direct` is of no use without a network, and has a folder of its own
  // because the companion sends it with a policy of its own.
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        entryFileNames: ({ name }) =>
          `${{ reading: "pdf", shrinking: "assets", direct: "fetching" }[name] ?? "voice"}/[name]-[hash:7].js`,
        // Vite's own leaves the white space of modules, a tenth of what the one for PDFs weighs.
        minify: true,
      },
    },
  },
  plugins: [
    preact({ reactAliasesEnabled: false, prefreshEnabled: false }),
    iconsPlugin(),
    noPreloadPlugin(),
    unusedCodePlugin(),
    lecternArticles(),
    voicePacksPlugin(),
    voiceGuidesPlugin(),
    pdfFilesPlugin(),
    licencesPlugin(),
    prerenderPlugin(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/service-worker",
      filename: "sw.ts",
      registerType: "prompt",
      injectRegister: false,
      manifest: manifestFor(base),
      includeManifestIcons: false,
      injectManifest: {
        rollupFormat: "iife",
        minify: "terser",
        buildPlugins: { vite: [unusedCodePlugin(), workerMinification] },
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
    workerList,
  ],
});
