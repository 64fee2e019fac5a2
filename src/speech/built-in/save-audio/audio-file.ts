/** A sound file that is being written: one channel, sentence by sentence. */
export interface AudioFile {
  /** So many samples of silence, and then these (signed 16-bit). One call at a time. Rejects where it cannot go on. */
  add(silence: number, pcm: Blob): Promise<void>;
  /** The whole file; nothing can be added any more. Rejects where it could not be written to its end. */
  finish(): Promise<Blob>;
  /** Lets go of all there is, of the finished file as well. May be called at any time. */
  discard(): void;
}

/** What players show of a file. */
export interface AudioTags {
  title: string;
  /** Who wrote it. */
  artist?: string;
  /** Where it came from: players gather what has the same one. */
  album?: string;
  /** ISO 8601 date. */
  date?: string;
}

export type AudioFormat = "opus" | "wav";

/** Files in this format come out at so many bytes a second. For Opus that is the rate asked of the encoder: what it makes varies with the sound. */
export function bytesPerSecond(format: AudioFormat): number {
  return format === "wav" ? 2 * USUAL_SAMPLE_RATE : OPUS_BITRATE / 8;
}

/** What espeak-ng makes, in samples a second. */
const USUAL_SAMPLE_RATE = 22_050;
/**
 * Bits a second. One voice is transparent to most listeners from 24,000 on in a wide band:
 * https://wiki.xiph.org/Opus_Recommended_Settings. A little more for its consonants.
 */
export const OPUS_BITRATE = 28_000;
