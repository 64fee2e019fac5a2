/** espeak-ng as it is compiled to JavaScript, as far as it is used here. */
import type { PackData } from "../messages.ts";
import { loadCode } from "./lazy.ts";

interface EspeakWorker {
  /** 0 where it knows the voice. Otherwise it goes on with the one before, whatever its language. */
  set_voice(name: string): number;
  get_samplerate(): number;
  /** Parses `text` as SSML. The callback returns true to have it stop. */
  synthesize(text: string, take: (samples: Int16Array<ArrayBuffer>, events: EspeakEvent[]) => boolean): void;
}

interface EspeakEvent {
  type: string;
  /** In code points, from one. */
  text_position: number;
  /** Milliseconds from the beginning. */
  audio_position: number;
}

type Compiled = (options: {
  /** Has to answer at once: what is in it was fetched before. */
  getPreloadedPackage(name: string, size: number): ArrayBuffer;
  print(line: string): void;
  printErr(line: string): void;
}) => Promise<{ eSpeakNGWorker: new () => EspeakWorker }>;

export interface Speech {
  samples: Int16Array<ArrayBuffer>;
  events: { position: number; at: number }[];
}

export interface Espeak {
  readonly sampleRate: number;
  add(pack: PackData): Promise<void>;
  /** One sentence, in SSML. Throws where the voice or its dictionary is missing, rather than speak with another. */
  say(ssml: string, voice: string): Speech;
}

export async function startEspeak(engine: string, size: number, core: PackData): Promise<Espeak> {
  const [{ default: compile }, coreBytes] = await Promise.all([
    loadCode<{ default: Compiled }>(engine),
    unpacked(core.content),
  ]);
  // Files are windows onto this buffer; what is in no pack stays zero, and costs no memory until it is touched.
  const data = new Uint8Array(size);
  let complaint = "";
  place(core, coreBytes);
  const { eSpeakNGWorker } = await compile({
    getPreloadedPackage: () => data.buffer,
    print() {},
    printErr: (line) => (complaint = line),
  });
  const espeak = new eSpeakNGWorker();

  function place({ slices }: PackData, content: Uint8Array): void {
    let from = 0;
    for (const [start, length] of slices) {
      data.set(content.subarray(from, from + length), start);
      from += length;
    }
  }

  return {
    sampleRate: espeak.get_samplerate(),
    add: async (pack) => place(pack, await unpacked(pack.content)),
    say(ssml, voice) {
      complaint = "";
      // Before every sentence: a voice that a text has changed stays changed.
      if (espeak.set_voice(voice) !== 0) throw new Error(`There is no voice ${voice}.`);
      if (complaint) throw new Error(complaint);
      const chunks: Int16Array<ArrayBuffer>[] = [];
      const events: Speech["events"] = [];
      espeak.synthesize(ssml, (samples, told) => {
        chunks.push(samples);
        for (const { type, text_position, audio_position } of told)
          if (type === "word") events.push({ position: text_position, at: audio_position });
        return false;
      });
      // A name in another alphabet makes it look for the dictionary of that; what has none is left out, the sentence is not.
      return { samples: joined(chunks), events };
    },
  };
}

function joined(chunks: readonly Int16Array<ArrayBuffer>[]): Int16Array<ArrayBuffer> {
  const samples = new Int16Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    samples.set(chunk, at);
    at += chunk.length;
  }
  return samples;
}

async function unpacked(content: ArrayBuffer): Promise<Uint8Array> {
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
