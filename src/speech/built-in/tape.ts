/**
 * The recording: sentences in order, with their pauses as silence, as one WAV file. Where the screen is locked nothing but an
 * audio element that goes on playing is left alone by every system, so what plays has to be long.
 */
import type { TimedWord } from "./word-timing.ts";
import { wavHeader } from "./wav.ts";

/** One sentence made into sound. */
export interface Rendering {
  /** Signed 16-bit samples. A Blob, so that a recording refers to them and does not copy them. */
  pcm: Blob;
  samples: number;
  words: readonly TimedWord[];
}

/** What was said: the same text by the same voice sounds the same. */
export interface Said {
  text: string;
  lang: string;
  voice: { key: string };
}

export interface Take {
  said: Said;
  /** Silence before it, in milliseconds at rate 1. */
  pause: number;
  rendering: Rendering;
}

export interface TapedTake extends Take {
  /** In seconds from the beginning of the tape. */
  start: number;
  end: number;
}

export interface Tape {
  takes: readonly TapedTake[];
  seconds: number;
  sampleRate: number;
}

export function layTape(takes: readonly Take[], sampleRate: number): Tape {
  let samples = 0;
  const taped = takes.map((take): TapedTake => {
    const from = samples + silence(take, sampleRate);
    samples = from + take.rendering.samples;
    return { ...take, start: from / sampleRate, end: samples / sampleRate };
  });
  return { takes: taped, seconds: samples / sampleRate, sampleRate };
}

/** The tape as a file. */
export function wavOf({ takes, seconds, sampleRate }: Tape): Blob {
  const parts: BlobPart[] = [wavHeader(Math.round(seconds * sampleRate), sampleRate)];
  for (const take of takes) parts.push(new Uint8Array(silence(take, sampleRate) * 2), take.rendering.pcm);
  return new Blob(parts, { type: "audio/wav" });
}

function silence({ pause }: Take, sampleRate: number): number {
  return Math.round((pause * sampleRate) / 1000);
}

export function sameSaid(a: Said, b: Said): boolean {
  return a.text === b.text && a.voice.key === b.voice.key && a.lang === b.lang;
}

/**
 * Where on the tape something is said: which take, and how many UTF-16 units of it stand before it. A sentence that is taken up again in
 * the middle is found where one of the words begins. `near` is looked at first, and then what is nearest to it.
 */
export function findOnTape(tape: Tape, wanted: Said, near: number): { index: number; offset: number } | undefined {
  const { takes } = tape;
  const order = [...takes.keys()].sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  for (const index of order) {
    const { said, rendering } = takes[index]!;
    if (sameSaid(said, wanted)) return { index, offset: 0 };
    if (said.voice.key !== wanted.voice.key || !said.text.endsWith(wanted.text)) continue;
    const offset = said.text.length - wanted.text.length;
    if (rendering.words.some(({ start }) => start === offset)) return { index, offset };
  }
  return undefined;
}

/** When the word at `offset` of a take's text is said, in seconds from the beginning of the tape. */
export function timeOf({ start, rendering }: TapedTake, offset: number): number {
  const word = rendering.words.find((candidate) => candidate.start >= offset);
  return offset === 0 || !word ? start : start + word.at / 1000;
}

/** The number of the word being said at a time of the tape; -1 before the first. */
export function wordAtTime({ start, rendering: { words } }: TapedTake, seconds: number): number {
  const ms = (seconds - start) * 1000;
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.at <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
