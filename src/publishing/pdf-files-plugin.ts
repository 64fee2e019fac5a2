import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";

const ID = "pdf:files";
const RESOLVED = `\0${ID}`;
const FOLDER = "node_modules/pdfjs-dist";

/**
 * Adds the character maps that the text of Chinese, Japanese and Korean PDFs needs, or serves them in development; `pdf:files` tells the code
 * where they are. Each is fetched when a file wants it, and kept: the version is in the path, so what is kept is never old.
 */
export function pdfFilesPlugin(): Plugin {
  let config: ResolvedConfig;
  const path = (name: string) => join(config.root, FOLDER, name);
  const folder = () => {
    const { version } = JSON.parse(readFileSync(path("package.json"), "utf8")) as { version: string };
    return `pdf/maps-${version}/`;
  };
  return {
    name: "lectern:pdf-files",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load: (id) =>
      id === RESOLVED ? `export const pdfFiles = { maps: ${JSON.stringify(config.base + folder())} };` : undefined,
    generateBundle() {
      for (const name of readdirSync(path("cmaps"))) {
        this.emitFile({ type: "asset", fileName: folder() + name, source: readFileSync(path(`cmaps/${name}`)) });
      }
    },
    configureServer({ middlewares, config: { base } }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        const [, name] = /\/pdf\/maps-[\d.]+\/([\w-]+\.bcmap)$/.exec(pathname) ?? [];
        if (!name || !pathname.startsWith(base)) return next();
        response.setHeader("Content-Type", "application/octet-stream");
        response.end(readFileSync(path(`cmaps/${name}`)));
      });
    },
  };
}
