/** How the player is made and told what to do. */
import type { Position } from "#domain/position.ts";
import type { VoiceChoice } from "#domain/settings.ts";
import type { Utterance } from "#domain/utterances.ts";
import type { Clock } from "./clock.ts";
import type { SpeechEngine, Voice } from "./engine.ts";
import type { OneVoice } from "./one-voice.ts";
import type { PageVisibility } from "./page-visibility.ts";
import type { Pauses } from "./pauses.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";
import type { SleepState, SleepWish } from "./sleep-timer.ts";
import type { VoiceGuides } from "./voice-guides.ts";
import type { VoicePreferences } from "./voices.ts";

export interface Reading {
  utterances: readonly Utterance[];
  title: string;
  /** Who published it: shown beside the title on lock screens. */
  source: string;
  /** The article's language. Text in it is never skipped. */
  lang: string;
  /** Where to begin, an index; 0 if left out. */
  at?: number;
  /** Where in that sentence's spoken text, the start of a word; 0 if left out. */
  offset?: number;
}

export interface PlayerDeps {
  engine: SpeechEngine;
  preferences: VoicePreferences;
  /** What is known of voices, by language. */
  guides?: VoiceGuides;
  /** Whether much has to be fetched before a voice can speak: not for a name in its language. */
  isCostly?: (voice: Voice) => boolean;
  rate: number;
  page: PageVisibility;
  /** Asked before each pause. */
  pauses?: () => Pauses;
  clock?: Clock;
  /** The time of day in milliseconds since 1970, for the sleep timer. */
  wallClock?: () => number;
  /** What lock screens show beside the title. */
  artwork?: readonly MediaImage[];
  /** What they show instead, once it is known. Never rejects. */
  picture?: Promise<readonly MediaImage[] | undefined>;
  /** Silences the other tabs when this one reads, and calls back when another does. */
  oneVoice?: (onLost: () => void) => OneVoice;
  mediaSession?: MediaSession | undefined;
  /** Remembers, by voice key, which voices report words: so that it is known before they have spoken. */
  wordReports?: Pick<Map<string, boolean>, "get" | "set">;
  /** The place: at each sentence's start, with words every two seconds, and when it is paused, stopped, skipped or finished. */
  onPosition?: (position: Position) => void;
  /** With the sleep timer that was running. */
  onFinished?: (sleep: SleepState | undefined) => void;
}

export interface Player {
  /** Stops, and takes up another article. */
  load(reading: Reading): void;
  /** The same article in other utterances, from the next sentence on; the place in the text is kept. */
  retell(utterances: Reading["utterances"]): void;
  /**
   * Reads on from the place, or from a sentence, or from a word of it (`at`, in its spoken text). Where the voices are known the engine is asked before this returns, as browsers
   * demand of the first time: call it in the handler of a press.
   */
  play(from?: number, at?: number): void;
  /** Reads from a place of the article on: from the word there, or from what is said next. */
  playAt(position: Position): void;
  /** Silence, keeping the word (where the voice reports words) or the sentence. */
  pause(): void;
  toggle(): void;
  /** On to the next sentence; past the last it has finished. */
  next(): void;
  /** Back to the start of the sentence, or within two seconds of it to the one before. */
  previous(): void;
  nextParagraph(): void;
  /** Back to the start of the paragraph, or within two seconds of it to the one before. */
  previousParagraph(): void;
  /**
   * By so many seconds as they are heard, to a word, where that is known to the sample; else by about so many to the start of a sentence, and by one
   * at least. Negative: back.
   */
  skip(seconds: number): void;
  /** To a sentence, without beginning to read where it does not. */
  seek(index: number): void;
  /** Whether an utterance is said: it is left out where no voice speaks its language. */
  isSaid(utterance: Utterance): boolean;
  /** When a sentence begins, in seconds as they are heard. */
  timeAt(index: number): number;
  /** Falls silent by itself, or (undefined) does not. `endsAt` for a time that counts already, as in `SleepState`. */
  sleep(wish: SleepWish | undefined, endsAt?: number): void;
  /** Silence before anything else: when the reader leaves the article or the page. */
  stop(): void;
  setRate(rate: number): void;
  /** A voice for a language, the article's if none is named; undefined for the best there is. */
  setVoice(choice: VoiceChoice | undefined, lang?: string): void;
  setPreferences(preferences: VoicePreferences): void;
  readonly snapshot: PlayerSnapshot;
  /** Calls back with each new snapshot. Returns the way to stop. */
  onChange(listener: (snapshot: PlayerSnapshot) => void): () => void;
  dispose(): void;
}
