/** What of an article is recorded, sentence by sentence, and in which voices. Pure. */
import type { Article } from "#domain/article.ts";
import { leafPlaces } from "#domain/leaf-places.ts";
import { primaryLanguage } from "#domain/segmenters.ts";
import type { SpokenChoices } from "#domain/spoken-settings.ts";
import type { Leaf } from "#domain/text.ts";
import { type SpokenWords, type Utterance, utterancesOf } from "#domain/utterances.ts";
import { headingOf } from "../../article-player.ts";
import { repairTag } from "../../language-tags.ts";
import { type Pauses, pauseBetween } from "../../pauses.ts";
import { lettersIn } from "../../timeline.ts";
import { chooseVoice, type VoicePreferences } from "../../voices.ts";
import { toVoice } from "../built-in-engine.ts";
import type { BuiltInVoice } from "../voice-files.ts";

export interface Passage {
  text: string;
  /** BCP 47. */
  lang: string;
  voice: BuiltInVoice;
  /** Silence before it, in milliseconds. */
  pause: number;
  /** In another language than the article, which is one without it. */
  aside?: true;
}

/**
 * At the voice's own pace, whatever rate the reader listens at: every player can go faster or slower and keep the pitch, and what has
 * been recorded fast can only be slowed down with a loss. So the pauses are those of rate 1.
 */
export interface RecordingPlan {
  passages: readonly Passage[];
  /** BCP 47: the languages of passages that no built-in voice speaks, each once, in the order of the text. */
  leftOut: readonly string[];
  /** How long it will be, ESTIMATED from its letters. */
  seconds: number;
}

export interface PlanOptions extends Article {
  leaves: readonly Leaf[];
  words: SpokenWords;
  choices: SpokenChoices;
  pauses: Pauses;
  preferences: Pick<VoicePreferences, "voices" | "languages">;
}

/** Letters that espeak-ng says in a second, measured over the shipped articles in English (pauses not counted). */
const PACE = 17;

/** All that the reader has read aloud: the title, the standfirst and the text, never the related links. */
export function planRecording(options: PlanOptions, voices: readonly BuiltInVoice[]): RecordingPlan {
  const { record, body, leaves, words, choices, pauses } = options;
  const text = utterancesOf(leaves, record.lang, words, choices, leafPlaces(body));
  const preferences = { ...options.preferences, offlineOnly: true };
  const offered = voices.map(toVoice);
  const cast = new Map<string, BuiltInVoice | undefined>();
  const passages: Passage[] = [];
  let before: Utterance | undefined;
  let seconds = 0;
  for (const utterance of [...headingOf(record, words, choices), ...text]) {
    if (!/[\p{L}\p{N}]/u.test(utterance.text)) continue;
    const lang = repairTag(utterance.lang) || repairTag(record.lang);
    if (!cast.has(lang)) {
      const chosen = chooseVoice(offered, lang, preferences);
      cast.set(lang, chosen && voices.find((voice) => voice.lang === chosen.lang));
    }
    const voice = cast.get(lang);
    if (!voice) continue;
    const pause = before ? pauseBetween(before, utterance, pauses) : 0;
    const aside = primaryLanguage(lang) !== primaryLanguage(record.lang);
    passages.push({ text: utterance.text, lang, voice, pause, ...(aside && { aside }) });
    seconds += lettersIn(utterance.text) / PACE + pause / 1000;
    before = utterance;
  }
  const leftOut = [...cast].filter(([, voice]) => !voice).map(([lang]) => lang);
  return { passages, leftOut, seconds };
}
