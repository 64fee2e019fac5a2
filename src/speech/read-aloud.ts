/** The lazy entry of this folder: one open article with a voice to read it. */
import type { ArticleRecord } from "#domain/article.ts";
import type { Position, Span } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";
import { sourceSpan, type SpokenWords, type Utterance, utteranceAt, utterancesOf } from "#domain/utterances.ts";
import { pageVisibility } from "./page-visibility.ts";
import type { Player } from "./player-api.ts";
import { createPlayer } from "./player.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";
import { createSystemEngine } from "./system-engine.ts";
import { voiceChoiceKey, type VoicePreferences } from "./voices.ts";

export { voiceChoiceKey };
export type { Player, PlayerSnapshot, VoicePreferences };

export interface ReadAloudOptions {
  record: ArticleRecord;
  leaves: readonly Leaf[];
  /** Where to begin. The start of the text begins with the title, and so does its end, after which there is nothing left. */
  position: Position;
  rate: number;
  preferences: VoicePreferences;
  words: SpokenWords;
  onPosition(position: Position): void;
  onFinished(): void;
}

/** One for the page: platforms begin to list their voices when first asked, and some take seconds. */
const engine = createSystemEngine(window.speechSynthesis);

/** A player that has taken up the article and waits. Dispose of it when the article is left. */
export function readAloud(options: ReadAloudOptions): Player {
  const { record, leaves, position } = options;
  const text = utterancesOf(leaves, record.lang, options.words);
  const found = utteranceAt(text, position);
  // What has been read to its end is read anew.
  const fromStart = (position.block === 0 && position.offset === 0) || found === text.length;
  const utterances = fromStart ? [...headingOf(record), ...text] : text;
  const player = createPlayer({
    engine,
    preferences: options.preferences,
    rate: options.rate,
    page: pageVisibility(document),
    mediaSession: navigator.mediaSession,
    onPosition: options.onPosition,
    onFinished: options.onFinished,
  });
  const at = fromStart ? 0 : found;
  player.load({ utterances, title: record.title, source: record.site ?? record.byline ?? "", lang: record.lang, at });
  return player;
}

/** Title and standfirst stand before the text projection: they are spoken, and nothing of the text is painted for them. */
function headingOf(record: ArticleRecord): Utterance[] {
  return [record.title, record.summary ?? ""]
    .filter((text) => text !== "")
    .map((text) => ({
      block: -1,
      span: { start: 0, end: 0 },
      text: /[.!?…。！？؟]$/.test(text) ? text : `${text}.`,
      lang: record.lang,
      edits: [],
      startsBlock: true,
    }));
}

/** What is being said as spans of the text, for painting. Undefined while the heading is spoken. */
export function spokenPlace(
  snapshot: PlayerSnapshot,
): { block: number; sentence: Span; word: Span | undefined } | undefined {
  const { utterance, word, status } = snapshot;
  if (!utterance || utterance.block < 0 || status === "idle" || status === "finished") return undefined;
  return { block: utterance.block, sentence: utterance.span, word: word && sourceSpan(utterance, word) };
}
