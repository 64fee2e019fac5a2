import type { Plugin, ResolvedConfig } from "vite";
import { makeVoiceGuides, type VoiceGuides } from "./voice-guides.ts";

const ID = "voice:guides";
const RESOLVED = `\0${ID}`;

/** Adds what is known of systems' voices to the build, a file a language; `voice:guides` tells the code what they are called. */
export function voiceGuidesPlugin(): Plugin {
  let config: ResolvedConfig;
  let made: Promise<VoiceGuides> | undefined;
  const guides = () => (made ??= makeVoiceGuides(config.root));
  return {
    name: "lectern:voice-guides",
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load: async (id) =>
      id === RESOLVED ? `export const guideAddresses = ${JSON.stringify((await guides()).addresses)};` : undefined,
    async generateBundle() {
      for (const [fileName, source] of (await guides()).contents) this.emitFile({ type: "asset", fileName, source });
    },
    configureServer({ middlewares, config: { base } }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        if (!pathname.startsWith(`${base}voices/`)) return next();
        void guides().then(({ contents }) => {
          const content = contents.get(pathname.slice(base.length));
          if (content === undefined) return next();
          response.setHeader("Content-Type", "application/json");
          response.end(content);
        }, next);
      });
    },
  };
}
