/** A player with an article in it: what of the article is said, and told anew when the reader chooses otherwise. */
import type { Article, ArticleRecord } from "#domain/article.ts";
import { leafPlaces } from "#domain/leaf-places.ts";
import type { Position, Span } from "#domain/position.ts";
import { saidSpans } from "#domain/said-spans.ts";
import { spokenOffset } from "#domain/spoken-offset.ts";
import type { SpokenChoices } from "#domain/spoken-settings.ts";
import type { Leaf } from "#domain/text.ts";
import {
  headingUtterances,
  type SpokenWords,
  STANDFIRST,
  TITLE,
  type Utterance,
  utteranceAt,
  utterancesOf,
} from "#domain/utterances.ts";
import { createCast } from "./cast.ts";
import type { SpeakRequest, SpeechEvent, Voice } from "./engine.ts";
import type { Pauses } from "./pauses.ts";
import type { Player, PlayerDeps } from "./player-api.ts";
import { createPlayer } from "./player.ts";
import { createScript } from "./script.ts";
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
  platform: Pick<
    PlayerDeps,
    "engine" | "guides" | "isCostly" | "page" | "mediaSession" | "artwork" | "picture" | "oneVoice" | "clock"
  >,
): ArticlePlayer {
  const { engine } = platform;
  const { record, leaves } = options;
  const { tell, complete, at, utterances: first, offset } = readingOf(options);
  let utterances = first;
  const player = createPlayer({
    ...platform,
    preferences: options.preferences,
    rate: options.rate,
    pauses: options.pauses,
    onPosition: options.onPosition,
    onFinished: options.onFinished,
  });
  player.load({
    utterances,
    title: record.title,
    source: record.site ?? record.byline ?? "",
    lang: record.lang,
    at,
    offset,
  });
  const textAt = (block: number) =>
    (block === TITLE ? record.title : block === STANDFIRST ? record.summary : leaves[block]?.text) ?? "";
  return Object.assign(player, {
    choose(choices: SpokenChoices) {
      utterances = complete(tell(choices), choices);
      player.retell(utterances);
    },
    said(scope: "sentence" | "paragraph") {
      const { utterance } = player.snapshot;
      if (!utterance || utterance.announces) return [];
      const { block, sentence } = utterance;
      const whole = utterances.filter(
        (other) =>
          other.block === block &&
          (scope === "paragraph" || (sentence && other.sentence?.start === sentence.start)) &&
          player.isSaid(other),
      );
      return saidSpans(textAt(block), whole.length > 0 ? whole : [utterance]);
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

/** What is said of an article, and where in it the position is. */
function readingOf(options: Pick<ReadAloudOptions, "record" | "body" | "leaves" | "position" | "choices" | "words">) {
  const { record, body, leaves, position } = options;
  const places = leafPlaces(body);
  const tell = (choices: SpokenChoices) => utterancesOf(leaves, record.lang, options.words, choices, places);
  const text: readonly Utterance[] = tell(options.choices);
  const found = utteranceAt(text, position);
  // What has been read to its end is read anew.
  const fromStart = (position.block === 0 && position.offset === 0) || found === text.length;
  const at = fromStart ? 0 : found;
  const complete = (told: readonly Utterance[], choices: SpokenChoices) =>
    fromStart ? [...headingOf(record, options.words, choices), ...told] : told;
  const utterances = complete(text, options.choices);
  const begun = utterances[at];
  const offset = !fromStart && begun?.block === position.block ? spokenOffset(begun, position.offset) : 0;
  return { tell, complete, at, utterances, offset };
}

/** As much of an article is made into sound before its turn: what is heard while the rest is being made. In letters. */
const BEGINNING = 600;

/**
 * Gets the beginning of an article ready to be heard, with what its voice needs: so that it begins though the network has gone, and behind a locked
 * screen. Never rejects.
 */
export async function prepareArticle(
  options: Pick<ReadAloudOptions, "record" | "body" | "leaves" | "position" | "choices" | "words" | "preferences">,
  platform: Pick<PlayerDeps, "engine" | "guides" | "isCostly">,
): Promise<void> {
  const { preferences, record } = options;
  const { utterances, at, offset } = readingOf(options);
  const { engine } = platform;
  const cast = createCast(engine, preferences, platform);
  const reading = { utterances, title: "", source: "", lang: record.lang };
  const script = createScript(reading, preferences.languages[0] ?? "", cast);
  const requests: Omit<SpeakRequest, "rate">[] = [];
  let letters = 0;
  for (let next = script.from(at); next.voice && letters < BEGINNING; next = script.from(next.index + 1)) {
    const whole = utterances[next.index]!.text;
    const text = next.index === at ? whole.slice(offset) : whole;
    requests.push({ text, lang: script.languageOf(next.index), voice: next.voice });
    letters += text.length;
  }
  await engine.prepare?.(requests);
}

/** Title and standfirst stand before the text projection: no place in the text is theirs. */
export function headingOf(record: ArticleRecord, words: SpokenWords, choices: SpokenChoices): Utterance[] {
  const { title, summary = "", lang } = record;
  return [
    ...headingUtterances(TITLE, title, lang, words, choices),
    ...headingUtterances(STANDFIRST, summary, lang, words, choices),
  ];
}
