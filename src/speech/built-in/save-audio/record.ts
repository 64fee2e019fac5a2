/** Makes the file: one sentence after the other is rendered and put into it. */
import { type Synthesiser, SynthesisError } from "../synthesiser.ts";
import type { Rendering } from "../tape.ts";
import type { AudioFile } from "./audio-file.ts";
import type { Passage } from "./plan.ts";

export interface RecordingProgress {
  /** How much of the text is in the file, 0 to 1, by its letters. */
  fraction: number;
  /** BCP 47: the language whose voice is being got ready; it is fetched where it is not on the device. */
  preparing?: string;
}

export interface Recording {
  file: Blob;
  seconds: number;
  /** BCP 47, each once: the languages of passages whose voice is not here and could not be fetched. */
  leftOut: readonly string[];
  /** Lets go of the file. */
  discard(): void;
}

export class RecordingError extends Error {
  /**
   * What a voice needs is not here and cannot be fetched; it had too little memory; it failed; there is no room for the file; the
   * file could not be encoded.
   */
  readonly reason: "not-fetched" | "out-of-memory" | "voice" | "memory" | "encoder";
  /** BCP 47, where it is about a voice. */
  readonly lang: string;

  constructor(reason: RecordingError["reason"], lang: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.lang = lang;
  }
}

export interface RecordOptions {
  passages: readonly Passage[];
  /** Of its own, so that what is being read aloud goes on; it is released at the end, whatever that is. */
  synthesiser: Synthesiser;
  newFile(sampleRate: number): AudioFile | Promise<AudioFile>;
  onProgress(progress: RecordingProgress): void;
  /** Ends it, with nothing left behind. */
  signal: AbortSignal;
}

/**
 * Rejects with a `RecordingError`, or with the signal's reason once that has been given. Every voice is asked for its first sentence
 * before anything is written: where one is missing, that is known at once, and where it is not that of the article itself, its passages are left out.
 */
export async function recordPassages(options: RecordOptions): Promise<Recording> {
  const { passages, synthesiser, newFile, onProgress, signal } = options;
  /** What the synthesiser is at. Letting go of it before would make it start a worker anew. */
  let rendering: Promise<unknown> = Promise.resolve();
  let file: AudioFile | undefined;

  async function render({ text, lang, voice }: Passage): Promise<Rendering> {
    const made = synthesiser.render(text, lang, voice);
    rendering = made;
    try {
      return await unlessAborted(made, signal);
    } catch (cause) {
      if (!(cause instanceof SynthesisError)) throw cause;
      const { reason } = cause;
      const isOfItsOwn = reason === "not-fetched" || reason === "out-of-memory";
      throw new RecordingError(isOfItsOwn ? reason : "voice", lang, { cause });
    }
  }

  try {
    const first = new Map<Passage, Rendering>();
    /** Languages by the voices that are not to be had. */
    const absent = new Map<string, string>();
    for (const passage of firstOfEachVoice(passages)) {
      onProgress({ fraction: 0, preparing: passage.lang });
      try {
        first.set(passage, await render(passage));
      } catch (error) {
        if (!passage.aside || !(error instanceof RecordingError) || error.reason !== "not-fetched") throw error;
        absent.set(passage.voice.voice, passage.lang);
      }
    }
    const said = passages.filter(({ voice }) => !absent.has(voice.voice));
    const { sampleRate } = synthesiser;
    file = await newFile(sampleRate);
    const letters = said.reduce((sum, { text }) => sum + text.length, 0);
    let done = 0;
    let samples = 0;
    for (const passage of said) {
      signal.throwIfAborted();
      const made = first.get(passage) ?? (await render(passage));
      const silence = Math.round((passage.pause * sampleRate) / 1000);
      await unlessAborted(file.add(silence, made.pcm), signal);
      samples += silence + made.samples;
      done += passage.text.length;
      onProgress({ fraction: done / letters });
    }
    const { discard } = file;
    const whole = await unlessAborted(file.finish(), signal);
    // What the browser had no room for is only noticed when it is read.
    await whole.slice(-1).arrayBuffer();
    return { file: whole, seconds: samples / sampleRate, leftOut: [...new Set(absent.values())], discard };
  } catch (error) {
    file?.discard();
    if (signal.aborted || error instanceof RecordingError) throw error;
    throw new RecordingError(isLackOfRoom(error) ? "memory" : "encoder", "", { cause: error });
  } finally {
    void rendering.catch(() => {}).finally(() => synthesiser.release());
  }
}

function firstOfEachVoice(passages: readonly Passage[]): Passage[] {
  const seen = new Set<string>();
  return passages.filter(({ voice: { voice } }) => !seen.has(voice) && seen.add(voice));
}

function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** A buffer that could not be had is a RangeError, a Blob that the browser had no room for cannot be read. */
function isLackOfRoom(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  return error instanceof DOMException && /^(?:NotReadable|QuotaExceeded|NotFound)Error$/.test(error.name);
}
