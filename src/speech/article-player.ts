/** A player with an article in it: what of the article is said, and told anew when the reader chooses otherwise. */
import type { Article, ArticleRecord } from "#domain/article.ts";
import { leafPlaces } from "#domain/leaf-places.ts";
import type { Position, Span } from "#domain/position.ts";
import { respelled } from "#domain/pronounce.ts";
import { saidSpans } from "#domain/said-spans.ts";
import { spokenOffset } from "#domain/spoken-offset.ts";
import type { SpokenChoices } from "#domain/spoken-settings.ts";
import type { Leaf } from "#domain/text.ts";
import { type SpokenWords, type Utterance, utteranceAt, utterancesOf } from "#domain/utterances.ts";
import type { SpeechEvent, Voice } from "./engine.ts";
import type { Pauses } from "./pauses.ts";
import type { Player, PlayerDeps } from "./player-api.ts";
import { createPlayer } from "./player.ts";
import type { SleepState } from "./sleep-timer.ts";
import type { VoicePreferences } from "./voices.ts";

export interface ReadAloudOptions extends Article {
  leaves: readonly Leaf[];
  /** Where to begin. The start of the text begins with the title, and so does its end, after which there is nothing left. */
  position: Position;
  rate: number;
  pauses(): Pauses;
  choices: SpokenChoices;
  preferences: VoicePreferences;
  words: SpokenWords;
  /** An audio element that has been played within a press, for the built-in voice; otherwise it makes its own. */
  audio?: HTMLAudioElement | undefined;
  onPosition(position: Position): void;
  onFinished(sleep: SleepState | undefined): void;
}

/** How something is tried out. */
export interface Trial {
  voice?: Voice;
  /** BCP 47; the article's language where it is left out. */
  lang?: string;
  /** Hears the engine, as in `SpeechEngine.speak`. */
  report?(event: SpeechEvent): void;
}

/** The player of one article. */
export interface ArticlePlayer extends Player {
  /** From the next sentence on the article is told so; the place is kept. */
  choose(choices: SpokenChoices): void;
  /** What is painted while this is read: what of the sentence, or of all of its leaf, is said. */
  said(scope: "sentence" | "paragraph"): readonly Span[];
  /**
   * Says something in the voice of the article's language, or in another; what is being read is paused. Returns the way to stop it. To be called
   * in the handler of a press.
   */
  tryOut(text: string, trial?: Trial): () => void;
}

/** `platform` is what the player needs besides: an engine to speak with, and what tells of the page. */
export function createArticlePlayer(
  options: ReadAloudOptions,
  platform: Pick<PlayerDeps, "engine" | "guides" | "page" | "mediaSession" | "artwork" | "oneVoice" | "clock">,
): ArticlePlayer {
  const { engine } = platform;
  const { record, body, leaves, position } = options;
  const places = leafPlaces(body);
  const tell = (choices: SpokenChoices) => utterancesOf(leaves, record.lang, options.words, choices, places);
  let utterances: readonly Utterance[] = tell(options.choices);
  const found = utteranceAt(utterances, position);
  // What has been read to its end is read anew.
  const fromStart = (position.block === 0 && position.offset === 0) || found === utterances.length;
  const at = fromStart ? 0 : found;
  const complete = (text: readonly Utterance[], choices: SpokenChoices) =>
    fromStart ? [...headingOf(record, choices), ...text] : text;
  utterances = complete(utterances, options.choices);
  const player = createPlayer({
    ...platform,
    preferences: options.preferences,
    rate: options.rate,
    pauses: options.pauses,
    onPosition: options.onPosition,
    onFinished: options.onFinished,
  });
  const begun = utterances[at];
  player.load({
    utterances,
    title: record.title,
    source: record.site ?? record.byline ?? "",
    lang: record.lang,
    at,
    offset: !fromStart && begun?.block === position.block ? spokenOffset(begun, position.offset) : 0,
  });
  return Object.assign(player, {
    choose(choices: SpokenChoices) {
      utterances = complete(tell(choices), choices);
      player.retell(utterances);
    },
    said(scope: "sentence" | "paragraph") {
      const { utterance } = player.snapshot;
      if (!utterance || utterance.announces) return [];
      const { block } = utterance;
      const whole = scope === "paragraph" ? utterances.filter((other) => other.block === block) : [];
      return saidSpans(leaves[block]?.text ?? "", whole.length > 0 ? whole : [utterance]);
    },
    tryOut(text: string, { voice: wanted, lang = record.lang, report = () => {} }: Trial = {}) {
      player.pause();
      const { voice: current, voices, rate } = player.snapshot;
      const voice = wanted ?? current ?? voices[0];
      engine.unlock?.();
      return voice ? engine.speak({ text, lang, voice, rate }, report) : () => {};
    },
  });
}

/** Title and standfirst stand before the text projection: they are spoken, and nothing of the text is painted for them. */
export function headingOf(record: ArticleRecord, { sayAs }: SpokenChoices): Utterance[] {
  return [record.title, record.summary ?? ""]
    .filter((text) => text !== "")
    .map((text, i) => ({
      block: -1,
      span: { start: 0, end: 0 },
      text: respelled(/[.!?…。！？؟]$/.test(text) ? text : `${text}.`, sayAs, record.lang),
      lang: record.lang,
      edits: [],
      startsBlock: true,
      ...(i === 0 && { heading: true as const }),
    }));
}
