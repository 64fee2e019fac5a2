import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../src/commands/project.mjs";

const PACKAGE = join(ROOT, "node_modules/@echogarden/espeak-ng-emscripten");

interface Espeak {
  set_voice(name: string): number;
  synthesize(
    text: string,
    take: (samples: Int16Array, events: { type: string; text_position: number; audio_position: number }[]) => boolean,
  ): void;
}

/**
 * When each word of a plain sentence is said, by the synthesiser itself with all of its data and none of our code: in milliseconds, with
 * the offset of the word.
 */
export async function wordTimes(text: string, voice: string): Promise<{ at: number; offset: number }[]> {
  const { default: compile } = (await import(join(PACKAGE, "espeak-ng.js"))) as {
    default(options: object): Promise<{ eSpeakNGWorker: new () => Espeak }>;
  };
  const data = Uint8Array.from(readFileSync(join(PACKAGE, "espeak-ng.data")));
  const { eSpeakNGWorker } = await compile({ getPreloadedPackage: () => data.buffer });
  const espeak = new eSpeakNGWorker();
  espeak.set_voice(voice);
  const times: { at: number; offset: number }[] = [];
  espeak.synthesize(text, (_, events) => {
    for (const { type, text_position, audio_position } of events)
      if (type === "word") times.push({ at: audio_position, offset: text_position - 1 });
    return false;
  });
  return times;
}
