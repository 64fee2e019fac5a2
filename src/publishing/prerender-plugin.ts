import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import preact from "@preact/preset-vite";
import { type Plugin, type ResolvedConfig, runnerImport } from "vite";
import { contentSecurityPolicyForMeta } from "#protocol/content-security-policy.ts";
import { iconsPlugin } from "./icons-plugin.ts";
import { loadArticles } from "./load-articles.ts";
import type * as Prerender from "./prerender.tsx";

/**
 * Writes, beside the built shell: `reader.html`, the shell with the reader's toolbar, which the service worker fills; one page
 * for each shipped article, which reads in full without scripts on any static host; and `404.html`, the shell once more.
 */
export function prerenderPlugin(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "lectern:prerender",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    // After the shell and its assets are on disk, and before the service worker lists what to precache.
    writeBundle: {
      order: "post",
      sequential: true,
      async handler(_, bundle) {
        const out = resolve(config.root, config.build.outDir);
        const { module } = await runnerImport<typeof Prerender>(join(config.root, "src/publishing/prerender.tsx"), {
          root: config.root,
          logLevel: "error",
          plugins: [preact({ reactAliasesEnabled: false, prefreshEnabled: false }), iconsPlugin()],
        });
        const articles = (await loadArticles(config.root)).map((loaded) => loaded.article);
        const readerChunks = Object.values(bundle)
          .filter((chunk) => chunk.type === "chunk" && chunk.facadeModuleId?.endsWith("ui/reader/ReaderView.tsx"))
          .flatMap((chunk) => (chunk.type === "chunk" ? [chunk.fileName, ...chunk.imports] : []));
        const built = await readFile(join(out, "index.html"), "utf8");
        const policy = contentSecurityPolicyForMeta();
        const files = module.prerender({ shell: built, policy, base: config.base, articles, readerChunks });
        for (const [name, text] of Object.entries(files)) {
          await mkdir(dirname(join(out, name)), { recursive: true });
          await writeFile(join(out, name), text);
        }
      },
    },
  };
}
