import type { Plugin, ResolvedConfig } from "vite";
import { serveArticles } from "./dev-server.ts";
import { loadArticles, type LoadedArticle } from "./load-articles.ts";
import { shippedFiles } from "./shipped-files.ts";
import { ArticleError } from "./source.ts";

/**
 * Compiles `src/articles/*.md` and adds what comes of it to the build, or serves it in development. An article that cannot be
 * compiled stops the build with file, line and reason.
 */
export function lecternArticles(): Plugin {
  let config: ResolvedConfig;
  let loaded: LoadedArticle[] = [];
  return {
    name: "lectern-articles",
    configResolved(resolved) {
      config = resolved;
    },
    async buildStart() {
      if (config.command !== "build") return;
      try {
        loaded = await loadArticles(config.root);
      } catch (error) {
        if (error instanceof ArticleError) this.error(error.message);
        throw error;
      }
      for (const { file } of loaded) this.addWatchFile(file);
    },
    async generateBundle() {
      for (const { path, read } of shippedFiles(loaded)) {
        this.emitFile({ type: "asset", fileName: path, source: await read() });
      }
    },
    configureServer: serveArticles,
  };
}
