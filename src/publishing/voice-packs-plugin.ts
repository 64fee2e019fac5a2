import type { Plugin, ResolvedConfig } from "vite";
import { cutVoicePacks, type VoicePacks } from "./voice-packs.ts";

const ID = "voice:files";
const RESOLVED = `\0${ID}`;

/** Adds the built-in voice's files to the build, or serves them in development; `voice:files` tells the code what they are called. */
export function voicePacksPlugin(): Plugin {
  let config: ResolvedConfig;
  let cut: VoicePacks | undefined;
  const packs = () => (cut ??= cutVoicePacks(config.root));
  return {
    name: "lectern:voice-packs",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const voiceFiles = ${JSON.stringify(packs().files)};` : undefined),
    generateBundle() {
      for (const [fileName, source] of packs().contents) this.emitFile({ type: "asset", fileName, source });
    },
    configureServer({ middlewares, config: { base } }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        if (!pathname.startsWith(`${base}voice/`)) return next();
        const content = packs().contents.get(pathname.slice(base.length));
        if (!content) return next();
        response.setHeader("Content-Type", pathname.endsWith(".js") ? "text/javascript" : "application/octet-stream");
        response.end(content);
      });
    },
  };
}
