/** How the player is made and told what to do. */
import type { Position } from "#domain/position.ts";
import type { VoiceChoice } from "#domain/settings.ts";
import type { Utterance } from "#domain/utterances.ts";
import type { Clock } from "./clock.ts";
import type { SpeechEngine } from "./engine.ts";
import type { PageVisibility } from "./page-visibility.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";
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
}

export interface PlayerDeps {
  engine: SpeechEngine;
  preferences: VoicePreferences;
  rate: number;
  page: PageVisibility;
  clock?: Clock;
  mediaSession?: MediaSession | undefined;
  /** Remembers, by voice key, which voices report words: so that it is known before they have spoken. */
  wordReports?: Pick<Map<string, boolean>, "get" | "set">;
  /** The place, at each sentence's start and when it is paused, stopped, skipped or finished. */
  onPosition?: (position: Position) => void;
  onFinished?: () => void;
}

export interface Player {
  /** Stops, and takes up another article. */
  load(reading: Reading): void;
  /**
   * Reads on from the place, or from a sentence. Where the voices are known the engine is asked before this returns, as browsers
   * demand of the first time: call it in the handler of a press.
   */
  play(from?: number): void;
  /** Silence, keeping the word (where the voice reports words) or the sentence. */
  pause(): void;
  toggle(): void;
  /** On to the next sentence; past the last it has finished. */
  next(): void;
  /** Back to the start of the sentence, or within two seconds of it to the one before. */
  previous(): void;
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
