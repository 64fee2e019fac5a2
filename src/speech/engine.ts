/**
 * What a voice engine must do. See README.md beside this file for the whole contract; `contract.ts` tests it.
 *
 * An engine speaks one utterance (one sentence) at a time and forgets it. Queue, position, rate and everything the reader
 * sees belong to the `Player`.
 */

export type EngineId = "system" | "built-in" | "fake";

export interface Voice {
  /** The engine that speaks with it. */
  engine: EngineId;
  /** Unique among all engines, stable for a session. */
  key: string;
  uri: string;
  name: string;
  /** BCP 47, repaired where the platform's tag is not; empty where nothing can be made of it. */
  lang: string;
  /** Works without a network. */
  offline: boolean;
  /** 0 (a joke or a sound effect) and 1 (robotic) to 5 (best). Only for ordering, and for saying in words. */
  quality: number;
  /** What is known of it beyond what the platform tells; undefined where nothing is. */
  known?: KnownVoice;
}

/** A voice of the guides (`voice-guide.ts`). */
export interface KnownVoice {
  /** What to call it, where its name is an address more than a name. */
  label?: string;
  gender?: "female" | "male";
  child?: true;
  /** 0 to 1: which of those of its language sound best, the best lowest. */
  order: number;
  /** What it has to be set to, to sound as its makers meant: its usual pace and pitch are multiples of the platform's. 1 where left out. */
  rate?: number;
  pitch?: number;
}

export interface SpeakRequest {
  text: string;
  lang: string;
  voice: Voice;
  /** As heard: a multiple of the voice's usual pace. An engine answers for what its platform makes of the number. */
  rate: number;
}

/** Why speaking ended without reaching the end of the text. */
export type SpeechFailure =
  /** The browser wants a tap or key press first. */
  | "blocked"
  /** The voice does not exist any more, or cannot be had now (a network voice without a network). */
  | "voice-lost"
  /** No start or no end within the watchdog's time, even after a second attempt. */
  | "silent"
  /** Somebody else ended it: the system when the page went out of sight, a screen reader, another page. */
  | "interrupted"
  /** The system has paused the sound, as when a headset is pulled out. Nobody should go on by themselves. */
  | "paused"
  /** What this voice needs is not on the device and cannot be fetched now. */
  | "not-fetched"
  /** The device has no memory left for the sound. */
  | "out-of-memory"
  | "failed";

export type SpeechEvent =
  | { type: "start" }
  /** UTF-16 offsets into the request's text. Only from voices that report words. */
  | { type: "word"; start: number; end: number }
  | { type: "end" }
  | { type: "failure"; reason: SpeechFailure };

/** Something that will be said later. */
export interface AheadRequest {
  text: string;
  lang: string;
  voice: Voice;
  /** Silence before it, in milliseconds at rate 1. */
  pause: number;
  /** Tells it from the others; growing. */
  number: number;
}

/** What is said after the one with this number; without a number, after the sentence of the last `speak`. */
export type Upcoming = (after?: number) => AheadRequest | undefined;

/** A sentence that has been made into sound, before its turn or at it. */
export interface MadeSentence {
  text: string;
  lang: string;
  voice: Voice;
  /** How long it is, at rate 1. */
  seconds: number;
}

export interface SpeechEngine {
  readonly id: EngineId | "all";
  /** What is known of the voices at this moment, without waiting. The same array as long as the list is the same. */
  voicesNow(): readonly Voice[];
  /** Never rejects; an empty list means that there are none, known eight seconds after the engine was made. */
  voices(): Promise<readonly Voice[]>;
  /**
   * Undefined once all voices that will come have come; until then what resolves when they have. Only where `voices` does not wait
   * for that: for a reader who has chosen a voice that is not there yet.
   */
  stillListing?(): Promise<unknown> | undefined;
  /** Voices that will do where no others come in time: what is wanted first can be got ready with them meanwhile (`prepare`). */
  spareVoices?(): readonly Voice[];
  /** Calls back when the platform's list of voices has changed. Returns the way to stop. */
  onVoicesChanged(listener: () => void): () => void;
  /**
   * Speaks, ending whatever was being spoken. Reports `start`, then words, then exactly one of `end` and `failure`; nothing
   * before it has returned, and nothing after the returned function (stop) has been called or another `speak` has begun.
   */
  speak(request: SpeakRequest, report: (event: SpeechEvent) => void): () => void;
  /** Silence, at once. */
  stop(): void;
  /**
   * For engines that make sound ahead of its time. Called after each `speak`. True where the engine keeps the pauses itself: at `end`
   * the next sentence is asked for at once (within the report), and its `start` comes when the silence before it is over. Where nothing
   * is asked for then, it is silent.
   */
  ahead?(upcoming: Upcoming): boolean;
  /** Calls back with each sentence that has been made into sound. Returns the way to stop. */
  onMade?(listener: (made: MadeSentence) => void): () => void;
  /**
   * For engines that make sound: makes these in order, for when they are asked for, without disturbing what is being said. Resolves when that is done or
   * has failed; never rejects.
   */
  prepare?(requests: readonly Omit<SpeakRequest, "rate">[]): Promise<void>;
  /** A new rate for what is being said. False where the engine has to be asked for the sentence again. */
  changeRate?(rate: number): boolean;
  /** To be called within a press, before the first sound: iOS lets an element play only once it was played in one. */
  unlock?(): void;
  /** How loud, 0 to 1, for what is being said where that can be, else from the next sentence on. 1 until it is called. */
  setVolume?(volume: number): void;
}
