/** What the page and the worker of the built-in voice say to each other. */

/** A pack as it was fetched, and where its content belongs. */
export interface PackData {
  /** Packed with gzip. */
  content: ArrayBuffer;
  slices: readonly (readonly [start: number, length: number])[];
}

export type ToWorker =
  /** Once, before anything else. `engine` is the absolute address of espeak-ng's code, `size` that of the data it expects. */
  | { type: "start"; engine: string; size: number; core: PackData }
  | { type: "add"; dictionary: PackData }
  | { type: "render"; id: number; text: string; lang: string; voice: string };

export type FromWorker =
  | { type: "ready"; sampleRate: number }
  | {
      type: "rendered";
      id: number;
      /** Signed 16-bit samples, one channel. */
      pcm: ArrayBuffer;
      /** Three numbers a word: start and end in UTF-16 units of the text, and the millisecond in which it begins. */
      words: Float64Array<ArrayBuffer>;
    }
  /** `id` is missing where it could not be started. */
  | { type: "failed"; id?: number; message: string };
