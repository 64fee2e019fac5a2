import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { iconsPlugin } from "./src/publishing/icons-plugin.ts";
import { manifest } from "./src/publishing/manifest.ts";
import { prerenderPlugin } from "./src/publishing/prerender-plugin.ts";
import { lecternArticles } from "./src/publishing/vite-plugin.ts";

/** The path the app is served under: `BASE_PATH=/reader/ npm run build`. */
const base = `/${(process.env.BASE_PATH ?? "").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");

export default defineConfig({
  base,
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  plugins: [
    preact({ reactAliasesEnabled: false, prefreshEnabled: false }),
    iconsPlugin(),
    lecternArticles(),
    prerenderPlugin(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/service-worker",
      filename: "sw.ts",
      registerType: "prompt",
      injectRegister: false,
      manifest,
      injectManifest: {
        rollupFormat: "iife",
        target: "es2022",
        globPatterns: ["index.html", "reader.html", "assets/*.{js,css}", "articles/index.json", "articles/*/*.{svg,png,jpg,webp}", "icons/*.{svg,png}"],
      },
    }),
  ],
});
