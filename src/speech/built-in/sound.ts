/**
 * The one audio element. iOS lets an element play by itself once it has been played within a press, and lets a page play on behind a
 * locked screen while one element goes on; so there is never another.
 */
import type { Clock } from "../clock.ts";
import { type Tape, wavOf } from "./tape.ts";
import { wavHeader } from "./wav.ts";

export interface SoundListener {
  /**
   * While it plays: where it is, in seconds of the tape. Answers when it wants to be told next, in the same seconds: a timer for each
   * word costs a phone less than looking in every frame. Where timers are held up (a page out of sight) it is told about
   * four times a second, by the element.
   */
  at(seconds: number): number;
  /** The tape is over. */
  ended(): void;
  /** It plays no more. `paused`: the system, or a headset that was unplugged. */
  failed(reason: "blocked" | "paused" | "silent" | "failed"): void;
}

export interface Sound {
  /** Plays a tape from a second on, in place of what plays. The same tape again is not loaded again. */
  play(tape: Tape, from: number, rate: number): void;
  /** Silence at once; the tape stays in. */
  pause(): void;
  /** Silence, and the tape is let go of. */
  clear(): void;
  setRate(rate: number): void;
  /** 0 to 1. On iOS the volume is the system's alone. */
  setVolume(volume: number): void;
  /** To be called within a press, before anything has been played. */
  unlock(): void;
  /** It is heard now. */
  readonly sounding: boolean;
  /** How long a new tape takes to be heard, in milliseconds: from what the last ones took. */
  readonly delay: number;
}

/** How long a tape may take to be heard, and how long its clock may stand still. */
const PATIENCE = 8000;
/** Before any tape has been timed. */
const FIRST_DELAY = 60;
const SILENCE = 2205;
/** Between two looks at the clock, in milliseconds: a timer can come a little before its time. */
const SOONEST = 5;
const LATEST = 1000;

export function createSound(audio: HTMLAudioElement, clock: Clock, listener: SoundListener): Sound {
  let tape: Tape | undefined;
  let url = "";
  let wanted = false;
  let sounding = false;
  let unlocked = false;
  let asked = 0;
  let timing = false;
  let delay = FIRST_DELAY;
  let from = 0;
  let rate = 1;
  /** When the listener wants to be told next: see `clock`. */
  let due = 0;
  let untell = () => {};
  let unwatch = () => {};
  audio.preservesPitch = true;

  function load(blob: Blob): void {
    if (url) URL.revokeObjectURL(url);
    url = URL.createObjectURL(blob);
    audio.src = url;
  }

  function rest(): void {
    wanted = sounding = false;
    unwatch();
    untell();
  }

  function fail(reason: Parameters<SoundListener["failed"]>[0]): void {
    rest();
    audio.pause();
    // An element that could not go on never does with what it has: the next try loads it anew.
    if (reason === "failed" || reason === "silent") tape = undefined;
    listener.failed(reason);
  }

  /** It has to be heard, and then to go on. */
  function watch(last?: number): void {
    unwatch();
    const due = clock.now() + PATIENCE;
    unwatch = clock.after(PATIENCE, () => {
      const late = clock.now() > due + PATIENCE; // The machine slept, or the page was frozen.
      if (!late && (!sounding || audio.currentTime === last)) fail("silent");
      else watch(audio.currentTime);
    });
  }

  function tell(): void {
    if (!wanted || !sounding || audio.seeking) return;
    const mine = tape;
    const now = audio.currentTime;
    const next = listener.at(now);
    untell();
    if (!wanted || !sounding || tape !== mine) return;
    const wait = Math.min(Math.max(((next - now) / rate) * 1000, SOONEST), LATEST);
    due = clock.now() + wait;
    untell = clock.after(wait, tell);
  }

  /** Where a timer is late; where it is not, there is nothing to tell yet. */
  function tellLate(): void {
    if (clock.now() >= due) tell();
  }

  function over(): void {
    if (!wanted || !sounding || !audio.ended) return;
    rest();
    listener.ended();
  }

  audio.addEventListener("playing", () => {
    if (!wanted) return;
    sounding = true;
    if (timing) delay = (delay + clock.now() - asked) / 2;
    timing = false;
    tell();
  });
  audio.addEventListener("timeupdate", tellLate);
  audio.addEventListener("ended", over);
  audio.addEventListener("seeked", tell);
  audio.addEventListener("loadedmetadata", () => {
    // Older Safari forgets a time that was set before it knew the length.
    if (wanted && from > 0 && Math.abs(audio.currentTime - from) > 0.05) audio.currentTime = from;
  });
  audio.addEventListener("pause", () => {
    if (wanted && audio.paused && !audio.ended) fail("paused");
  });
  audio.addEventListener("error", () => {
    if (wanted) fail("failed");
    else tape = undefined;
  });

  return {
    play(next, second, wantedRate) {
      const fresh = tape !== next;
      from = second;
      wanted = unlocked = true;
      asked = clock.now();
      if (fresh) {
        [tape, sounding, timing] = [next, false, true];
        load(wavOf(next));
      }
      audio.defaultPlaybackRate = audio.playbackRate = rate = wantedRate;
      audio.currentTime = second;
      sounding &&= !audio.paused;
      watch();
      const mine = url;
      audio.play().catch((error: unknown) => {
        if (!wanted || mine !== url || (error as DOMException).name === "AbortError") return;
        fail((error as DOMException).name === "NotAllowedError" ? "blocked" : "failed");
      });
    },
    pause() {
      rest();
      audio.pause();
    },
    clear() {
      rest();
      audio.pause();
      tape = undefined;
      if (!url) return;
      URL.revokeObjectURL(url);
      url = "";
      audio.removeAttribute("src");
    },
    setVolume(volume) {
      audio.volume = volume;
    },
    setRate(wantedRate) {
      audio.defaultPlaybackRate = audio.playbackRate = rate = wantedRate;
      tell();
    },
    unlock() {
      if (unlocked) return;
      unlocked = true;
      const silence = new Uint8Array(SILENCE * 2);
      load(new Blob([wavHeader(SILENCE, 22_050), silence], { type: "audio/wav" }));
      audio.play().catch(() => {});
    },
    get sounding() {
      return sounding;
    },
    get delay() {
      return delay;
    },
  };
}
