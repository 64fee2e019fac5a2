import { join, sep } from "node:path";
import type { ViteDevServer } from "vite";
import { ARTICLES_FOLDER, loadArticles } from "./load-articles.ts";
import { type ShippedFile, shippedFiles } from "./shipped-files.ts";
import { ArticleError } from "./source.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

/** Serves the articles from their Markdown, compiled when first asked for, and reloads the page when one changes. */
export function serveArticles(server: ViteDevServer): void {
  const { root, base } = server.config;
  const folder = join(root, ARTICLES_FOLDER) + sep;
  let files: Promise<ShippedFile[]> | undefined;

  server.watcher.add(folder);
  server.watcher.on("all", (_event, path) => {
    if (!path.startsWith(folder)) return;
    files = undefined;
    server.ws.send({ type: "full-reload" });
  });

  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (!pathname.startsWith(`${base}articles/`)) return next();
    files ??= loadArticles(root).then(shippedFiles);
    files
      .then(async (all) => {
        const file = all.find(({ path }) => base + path === decodeURIComponent(pathname));
        if (!file) return next();
        const body = await file.read();
        response.setHeader(
          "Content-Type",
          CONTENT_TYPES[/[^.]+$/.exec(file.path)?.[0].toLowerCase() ?? ""] ?? "application/octet-stream",
        );
        response.end(body);
      })
      .catch((error: unknown) => {
        files = undefined;
        if (error instanceof ArticleError)
          server.ws.send({ type: "error", err: { message: error.message, stack: "" } });
        next(error);
      });
  });
}
