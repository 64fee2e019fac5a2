import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { noticeOf } from "../publishing/licences-plugin.ts";

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Whose work is in it; the notice goes wherever the file goes. */
const notice = `/*! Contains ${noticeOf("ipaddr.js")}*/`;

/** Bundles the companion into one file that Node runs without node_modules. */
export default defineConfig({
  root: fromRoot("."),
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "src/companion/main.ts",
    outDir: fromRoot("dist-companion"),
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "main.js", banner: notice } },
  },
});
