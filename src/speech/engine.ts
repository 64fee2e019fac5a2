/**
 * What a voice engine must do. See README.md beside this file for the whole contract; `contract.ts` tests it.
 *
 * An engine speaks one utterance (one sentence) at a time and forgets it. Queue, position, rate and everything the reader
 * sees belong to the `Player`.
 */

export interface Voice {
  /** Unique within one engine's list, stable for a session. */
  key: string;
  uri: string;
  name: string;
  /** BCP 47, repaired where the platform's tag is not; empty where nothing can be made of it. */
  lang: string;
  /** Works without a network. */
  offline: boolean;
  /** 0 (a joke or a sound effect) and 1 (robotic) to 4 (best). Only for ordering. */
  quality: number;
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
  | "failed";

export type SpeechEvent =
  | { type: "start" }
  /** UTF-16 offsets into the request's text. Only from voices that report words. */
  | { type: "word"; start: number; end: number }
  | { type: "end" }
  | { type: "failure"; reason: SpeechFailure };

export interface SpeechEngine {
  readonly id: "system" | "built-in" | "fake";
  /** What is known of the voices at this moment, without waiting. The same array as long as the list is the same. */
  voicesNow(): readonly Voice[];
  /** Never rejects; an empty list means that there are none, known eight seconds after the engine was made. */
  voices(): Promise<readonly Voice[]>;
  /** Calls back when the platform's list of voices has changed. Returns the way to stop. */
  onVoicesChanged(listener: () => void): () => void;
  /**
   * Speaks, ending whatever was being spoken. Reports `start`, then words, then exactly one of `end` and `failure`; nothing
   * before it has returned, and nothing after the returned function (stop) has been called or another `speak` has begun.
   */
  speak(request: SpeakRequest, report: (event: SpeechEvent) => void): () => void;
  /** Silence, at once. */
  stop(): void;
}
