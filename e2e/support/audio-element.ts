import type { Page } from "@playwright/test";

/**
 * The page's one audio element and what is played in it, kept hold of: nothing in the page gives access to either. Runs before any script
 * of its own. What is marked in the text meanwhile is noted as well, unless the time that takes is in the way.
 */
export async function watchAudio(page: Page, { notesPaint = true } = {}): Promise<void> {
  await page.addInitScript((notesPaint) => {
    const blobs = new Map<string, Blob>();
    let before = { src: "", time: 0, at: 0 };
    const { createObjectURL } = URL;
    URL.createObjectURL = (object) => {
      const url = createObjectURL.call(URL, object);
      if (object instanceof Blob) blobs.set(url, object);
      const { audioElement: audio } = globalThis as PageWithAudio;
      before = { src: audio?.src ?? "", time: audio?.currentTime ?? 0, at: performance.now() };
      return url;
    };
    const { play } = HTMLMediaElement.prototype;
    const played: AudioProbe["played"] = [];
    HTMLMediaElement.prototype.play = function playWatched() {
      Object.assign(globalThis, { audioElement: this });
      // The moment of silence that unlocks the element is no recording.
      if ((blobs.get(this.src)?.size ?? 0) > 10_000 && played.at(-1)?.src !== this.src) {
        const entry = { src: this.src, from: this.currentTime, asked: performance.now(), heard: 0, before };
        played.push(entry);
        this.addEventListener("playing", () => (entry.heard = performance.now()), { once: true });
      }
      return play.call(this);
    };
    const painted: Painted[] = [];
    Object.assign(globalThis, { audioBlobs: blobs, audioPlayed: played, audioPainted: painted });
    if (!notesPaint) return;
    const note = (what: string, range: AbstractRange | undefined) => {
      const { audioElement: audio } = globalThis as PageWithAudio;
      if (audio) painted.push({ what, text: String(range), time: audio.currentTime, src: audio.src });
    };
    const { set } = HighlightRegistry.prototype;
    HighlightRegistry.prototype.set = function setWatched(what, highlight) {
      note(what, [...highlight][0]);
      return set.call(this, what, highlight);
    };
    // What is painted already is moved, its end last.
    const { setEnd } = Range.prototype;
    Range.prototype.setEnd = function setEndWatched(node, offset) {
      setEnd.call(this, node, offset);
      for (const [what, highlight] of CSS.highlights) if (highlight.has(this)) note(what, this);
    };
  }, notesPaint);
}

interface AudioProbe {
  audioElement?: HTMLAudioElement;
  audioBlobs: Map<string, Blob>;
  played: Played[];
}

/** A recording that was played: from which second on, and the page's time when it was asked for and first heard. */
export interface Played {
  src: string;
  from: number;
  asked: number;
  heard: number;
  /** What was in the element before, where it was, and when it was taken out. */
  before: { src: string; time: number; at: number };
}

/** A sentence or word that was marked in the text, and where the recording was then. */
export interface Painted {
  what: string;
  text: string;
  time: number;
  src: string;
}

type PageWithAudio = typeof globalThis & AudioProbe & { audioPlayed: AudioProbe["played"]; audioPainted: Painted[] };

export interface AudioNow {
  playing: boolean;
  time: number;
  rate: number;
  src: string;
  duration: number;
}

/** Undefined where nothing has been played yet. */
export function audioNow(page: Page): Promise<AudioNow | undefined> {
  return page.evaluate(() => {
    const { audioElement: audio } = globalThis as PageWithAudio;
    if (!audio?.src) return undefined;
    const { currentTime: time, playbackRate: rate, src, duration } = audio;
    // A moment of silence unlocks the element.
    const playing = !audio.paused && !audio.ended && time > 0 && duration > 0.15;
    return { playing, time, rate, src, duration };
  });
}

export function recordings(page: Page): Promise<AudioProbe["played"]> {
  return page.evaluate(() => (globalThis as PageWithAudio).audioPlayed);
}

/** All that has been marked so far, in order. */
export function paintedSoFar(page: Page): Promise<Painted[]> {
  return page.evaluate(() => (globalThis as PageWithAudio).audioPainted);
}

export interface Recording {
  /** In samples a second. */
  rate: number;
  /** Root mean square of all that is not silence, from 0 to 1. */
  loudness: number;
  /** What is heard between two silences of at least a tenth of a second, in seconds. */
  stretches: [start: number, end: number][];
}

/** What a recording sounds like, as the browser decodes it. */
export async function listenTo(page: Page, src: string): Promise<Recording> {
  return page.evaluate(async (url) => {
    const blob = (globalThis as PageWithAudio).audioBlobs.get(url)!;
    const rate = new DataView(await blob.slice(0, 44).arrayBuffer()).getUint32(24, true);
    const context = new OfflineAudioContext(1, 1, rate);
    const samples = (await context.decodeAudioData(await blob.arrayBuffer())).getChannelData(0);
    const stretches: Recording["stretches"] = [];
    let [silent, squares, heard] = [rate, 0, 0];
    for (let i = 0; i < samples.length; i++) {
      const sample = samples[i]!;
      if (sample === 0) {
        silent++;
        continue;
      }
      if (silent > rate / 10) stretches.push([i / rate, i / rate]);
      stretches.at(-1)![1] = i / rate;
      silent = 0;
      squares += sample * sample;
      heard++;
    }
    return { rate, loudness: Math.sqrt(squares / heard), stretches };
  }, src);
}

export interface Sample {
  time: number;
  src: string;
  sentence: string;
  word: string;
}

/** In every frame for so long: where the recording is, and what is painted. In milliseconds. */
export function sampleFrames(page: Page, ms: number): Promise<Sample[]> {
  return page.evaluate(
    (duration) =>
      new Promise<Sample[]>((resolve) => {
        const { audioElement: audio } = globalThis as PageWithAudio;
        const textUnder = (name: string) => {
          const [range] = CSS.highlights.get(name) ?? [];
          return range instanceof Range ? range.toString().replace(/\s+/g, " ") : "";
        };
        const samples: Sample[] = [];
        const until = performance.now() + duration;
        const look = () => {
          const { currentTime: time, src } = audio!;
          samples.push({ time, src, sentence: textUnder("sentence"), word: textUnder("word") });
          if (performance.now() < until) requestAnimationFrame(look);
          else resolve(samples);
        };
        requestAnimationFrame(look);
      }),
    ms,
  );
}
