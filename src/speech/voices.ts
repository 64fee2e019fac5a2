/**
 * Which voice reads which language. A list of voices can hold 13,000 (speech-dispatcher with espeak-ng: every language in a
 * hundred variants), so choosing walks it once and sorts only what is left for one language.
 */
import type { VoiceChoice } from "#domain/settings.ts";
import type { Voice } from "./engine.ts";
import { likely, readableIn, repairTag, spokenLanguage } from "./language-tags.ts";
import type { VoiceGuide } from "./voice-guide.ts";
import { nameOfSpeaker } from "./voice-quality.ts";

export interface VoicePreferences {
  /** The reader's choice by language; the keys are what `voiceChoiceKey` makes of a tag. */
  voices: Readonly<Record<string, VoiceChoice>>;
  /** What the reader reads, best first: `navigator.languages`. */
  languages: readonly string[];
  /** Leaves out voices that send the text to a server and fall silent without a network. */
  offlineOnly: boolean;
}

/** Where the reader's choice for text with this language tag is kept: "en" for "en-GB". Empty for an unknown language. */
export function voiceChoiceKey(lang: string): string {
  return readableIn(repairTag(lang))[0] ?? "";
}

/** The guide of a language, by its key in `readableIn`; undefined where there is none, or it is not here yet. */
export type GuideOf = (language: string) => VoiceGuide | undefined;

/**
 * The voice for text in `lang`: the reader's own choice if it is there, else the best. Undefined rather than a voice of another
 * language: a wrong voice reads gibberish with confidence. What a guide knows of the voice comes with it.
 */
export function chooseVoice(
  voices: readonly Voice[],
  lang: string,
  preferences: VoicePreferences,
  guideOf?: GuideOf,
): Voice | undefined {
  const choice = preferences.voices[voiceChoiceKey(lang)];
  const usable = usableVoices(voices, lang, preferences.offlineOnly, guideOf);
  const chosen = choice && findChoice(usable.all, choice);
  if (chosen) return chosen;
  const rank = ranking(lang, preferences.languages);
  let best: Voice | undefined;
  let highest = -1;
  for (const voice of usable.good) {
    const score = rank(voice);
    if (score > highest) [best, highest] = [voice, score];
  }
  return best;
}

/**
 * The voices to offer for text in `lang`, best first: without sound effects, one entry for each speaker and region, robotic ones
 * last (some readers want nothing else).
 */
export function voicesFor(
  voices: readonly Voice[],
  lang: string,
  preferences: Omit<VoicePreferences, "voices">,
  guideOf?: GuideOf,
): Voice[] {
  const { all } = usableVoices(voices, lang, preferences.offlineOnly, guideOf);
  const serious = all.filter((voice) => voice.quality > 0);
  const rank = ranking(lang, preferences.languages);
  const scores = new Map<Voice, number>();
  for (const voice of serious.length > 0 ? serious : all)
    scores.set(voice, (voice.quality > 1 ? 1e6 : 0) + rank(voice));
  const sorted = [...scores.keys()].sort((a, b) => scores.get(b)! - scores.get(a)!);
  const speakers = new Set<string>();
  return sorted.filter((voice) => {
    const speaker = `${nameOfSpeaker(voice.name)}\n${voice.lang}`;
    return !speakers.has(speaker) && speakers.add(speaker);
  });
}

/** Whether the reader's own choice for text in `lang` is there; true where there is none. */
export function hasChoice(voices: readonly Voice[], lang: string, { voices: choices }: VoicePreferences): boolean {
  const choice = choices[voiceChoiceKey(lang)];
  return !choice || findChoice(voices, choice) !== undefined;
}

/** Whether two wishes are the same ones: none of their parts has been made anew. */
export function sameWishes(a: VoicePreferences, b: VoicePreferences): boolean {
  return a.voices === b.voices && a.languages === b.languages && a.offlineOnly === b.offlineOnly;
}

/** By address, name and language; failing that by name and language, since some platforms make new addresses. */
export function findChoice(voices: readonly Voice[], choice: VoiceChoice): Voice | undefined {
  const alike = voices.filter((voice) => voice.name === choice.name && voice.lang === choice.lang);
  return alike.find((voice) => voice.uri === choice.uri) ?? alike[0];
}

/** The voices of the text's language, and of these the least bad sort: not robotic, else not a joke, else any. */
function usableVoices(
  voices: readonly Voice[],
  lang: string,
  offlineOnly: boolean,
  guideOf?: GuideOf,
): { all: Voice[]; good: Voice[] } {
  for (const language of readableIn(repairTag(lang))) {
    const found = voices.filter((voice) => spokenLanguage(voice.lang) === language && (voice.offline || !offlineOnly));
    if (found.length === 0) continue;
    const guide = guideOf?.(language);
    const all = guide ? found.map(guide.know) : found;
    const floor = Math.min(2, Math.max(...new Set(all.map((voice) => voice.quality))));
    return { all, good: all.filter((voice) => voice.quality >= floor) };
  }
  return { all: [], good: [] };
}

/**
 * Orders voices of one language: the right script first (espeak has Chinese voices for Latin letters), then the text's own region,
 * a voice of the system before the built-in one, which is the one to fall back on; the
 * reader's region for this language, a region the reader has for another one, the language's likeliest; then quality, what the guide
 * says, and working offline.
 */
export function ranking(lang: string, languages: readonly string[]): (voice: Voice) => number {
  const tag = repairTag(lang);
  const { script } = likely(tag);
  const own = spokenLanguage(tag);
  const reader = languages.map(repairTag);
  const region = (of: string) => new Intl.Locale(of).region;
  const regions = [
    tag && region(tag),
    ...reader.filter((other) => spokenLanguage(other) === own).map(region),
    ...reader.filter((other) => other && spokenLanguage(other) !== own).map(region),
    likely(own).region,
  ].filter(Boolean);
  const scores = new Map<string, number>();
  const scoreOfTag = (of: string): number => {
    const known = scores.get(of);
    if (known !== undefined) return known;
    const place = regions.indexOf(likely(of).region);
    const score = (likely(of).script === script ? 1e4 : 0) + (place < 0 ? 0 : 100 * (regions.length - place));
    scores.set(of, score);
    return score;
  };
  const systemFirst = (voice: Voice) => (voice.engine === "built-in" ? 0 : 5e3);
  // Among equally good ones those that somebody has listened to, in the order in which they were found to sound best.
  const known = (voice: Voice) => (voice.known ? 1 + 5 * (1 - voice.known.order) : 0);
  return (voice) =>
    scoreOfTag(voice.lang) + systemFirst(voice) + voice.quality * 10 + known(voice) + (voice.offline ? 1 : 0);
}
