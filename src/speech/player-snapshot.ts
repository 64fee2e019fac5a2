/** What the player shows of itself. */
import type { Span } from "#domain/position.ts";
import type { Utterance } from "#domain/utterances.ts";
import type { Voice } from "./engine.ts";
import type { SleepState } from "./sleep-timer.ts";

export type PlayerStatus =
  /** Nothing has been played, or it was stopped. */
  | "idle"
  /** The reader has asked for it, no voice has been heard yet. */
  | "starting"
  | "playing"
  | "paused"
  | "finished"
  /** It cannot go on by itself; `problem` says why. `play()` tries again at the same place. */
  | "failed";

export interface PlayerProblem {
  reason: /** Failed: this browser offers no voice at all. */
    | "no-voices"
    /** Failed: none for `lang`. */
    | "no-voice"
    /** Failed: for `lang` only voices that need a network, which the reader has not allowed. */
    | "only-online-voice"
    /** Failed: the article has nothing to say aloud. */
    | "no-text"
    /** Failed: as in `SpeechFailure`. */
    | "blocked"
    | "voice-lost"
    | "not-fetched"
    | "silent"
    | "out-of-memory"
    | "failed"
    /** Failed: it had spoken, and fell silent without a word. */
    | "went-silent"
    /** Paused: the system ended it when the page went out of sight. */
    | "stopped-in-background"
    /** Paused: something else kept taking the voice away. */
    | "interrupted"
    /** Paused: Lectern reads aloud in another tab or window. */
    | "other-tab"
    /** Paused: the sleep timer. */
    | "asleep";
  /** The language it is about, a BCP 47 tag, for those that are about one. */
  lang: string;
}

/** Something the reader should know while it goes on. A new object each time: tell it once. */
export interface PlayerNotice {
  kind: /** A passage in `lang` was left out, for want of a voice. Told once for each language. */
    | "skipped-language"
    /** The same, because what its voice needs could not be fetched. */
    | "unfetched-language"
    /** The same, because its voice is large and not on this device: it is not fetched for a few words. */
    | "costly-language"
    /** The voice went away, and another reads on. */
    | "voice-changed";
  lang: string;
}

/** Never changed; a new one comes with each change. */
export interface PlayerSnapshot {
  readonly status: PlayerStatus;
  /** The sentence that is, was or will be read. */
  readonly index: number;
  readonly utterance: Utterance | undefined;
  /** The word being said, in the utterance's `text`; it stays while paused. Only with voices that report words. */
  readonly word: Span | undefined;
  readonly rate: number;
  /** The voice of this sentence, once it is known. */
  readonly voice: Voice | undefined;
  /** Undefined until the voice has been heard. */
  readonly voiceReportsWords: boolean | undefined;
  /** What to offer for the article's language, best first; empty until the list is known. */
  readonly voices: readonly Voice[];
  readonly problem: PlayerProblem | undefined;
  readonly notice: PlayerNotice | undefined;
  /** How many sentences there are. */
  readonly count: number;
  readonly time: PlayerTime;
  readonly sleep: SleepState | undefined;
}

/** In seconds as they are heard at the rate: known where the voice has made its sound ahead, else estimates. See `timeline.ts`. */
export interface PlayerTime {
  readonly position: number;
  readonly duration: number;
  /** The sentence up to which the sound has been made ahead; absent where no engine makes any. */
  readonly madeTo?: number;
}

/** Problems that another voice solves. */
export const SOLVED_BY_A_VOICE: readonly PlayerProblem["reason"][] = [
  "no-voices",
  "no-voice",
  "only-online-voice",
  "voice-lost",
  "not-fetched",
];
