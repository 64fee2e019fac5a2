/** The built-in voice as the app has it: with the files that the build has cut, and a worker of its own. */
import { trustedWorker } from "#protocol/trusted-worker.ts";
import { voiceFiles } from "voice:files";
import { systemClock } from "../clock.ts";
import type { SpeechEngine, Voice } from "../engine.ts";
import { createBuiltInEngine } from "./built-in-engine.ts";
import { createPackStore, type PackStore } from "./packs.ts";
import { createSynthesiser, type Synthesiser, type WorkerLike } from "./synthesiser.ts";
import type { BuiltInVoice, VoiceFiles } from "./voice-files.ts";
// oxlint-disable-next-line import/default -- Vite makes it of the query.
import workerAddress from "./worker/synthesis.ts?worker&url";

const files = voiceFiles as VoiceFiles;

/**
 * A synthesiser with a worker of its own, and what it speaks. Fetches nothing before the first sentence. Without voices in a browser that
 * cannot unpack them (Safari before 16.4).
 */
export function createBuiltInSynthesiser(): {
  voices: readonly BuiltInVoice[];
  packs: PackStore;
  synthesiser: Synthesiser;
} {
  const caches = "caches" in globalThis ? globalThis.caches : undefined;
  const packs = createPackStore(files, {
    base: new URL(import.meta.env.BASE_URL, location.href).href,
    caches,
    keepsItself: () => import.meta.env.PROD && navigator.serviceWorker?.controller === null,
    script: new URL(workerAddress, location.href).href,
  });
  const voices = "DecompressionStream" in globalThis && "Worker" in globalThis ? files.voices : [];
  // Its type says less than a worker can do.
  const newWorker = () => new Worker(trustedWorker(workerAddress), { type: "module" }) as unknown as WorkerLike;
  return { voices, packs, synthesiser: createSynthesiser({ files, packs, newWorker, clock: systemClock }) };
}

/** The engine that reads aloud with it. `audio` is asked for the element to play with, once. */
export function createBuiltInVoice(audio: () => HTMLAudioElement): { engine: SpeechEngine; packs: PackStore } {
  const { voices, packs, synthesiser } = createBuiltInSynthesiser();
  return { engine: createBuiltInEngine({ voices, synthesiser, audio, clock: systemClock }), packs };
}

/** The pack that a voice needs, by its name. */
export function packOf({ engine, lang }: Pick<Voice, "engine" | "lang">): string | undefined {
  if (engine !== "built-in") return undefined;
  return files.voices.find((voice) => voice.lang === lang)?.dictionary;
}
