/**
 * Who reads which language. A voice that has begun keeps the part while it exists: lists of voices change all the time, and a reader
 * should not hear a new voice in the middle for it.
 */
import type { SpeechEngine, Voice } from "./engine.ts";
import type { PlayerDeps } from "./player-api.ts";
import { chooseVoice, hasChoice, voicesFor, type VoicePreferences } from "./voices.ts";

export interface Cast {
  /** Whether any voice is known yet. */
  ready(): boolean;
  /** The voice for text in `lang`. Asked for every sentence: the list is walked once for each language. */
  voiceFor(lang: string): Voice | undefined;
  /** The same for words of `lang` within an article in another language: nobody whose voice would cost the reader much to fetch. */
  voiceWithin(lang: string): Voice | undefined;
  /** Why nobody says words of `lang` within another article. */
  whyNot(lang: string): "costly-language" | "skipped-language";
  /** False where the reader has chosen a voice for `lang` that is not there. */
  hasChoice(lang: string): boolean;
  /** Who would have to do where nobody else comes. */
  spareFor(lang: string): Voice | undefined;
  /** Whether there would be one if voices that need a network were allowed. */
  onlineOnly(lang: string): boolean;
  offered(lang: string): readonly Voice[];
  /** Leaves a voice out until the list changes or it is forgiven. */
  lose(voice: Voice): void;
  forgive(): void;
  listChanged(): void;
  /** More is known of voices than before; `settled`: nobody speaks who would have to give up the part. */
  learnt(settled: boolean): void;
  prefer(preferences: VoicePreferences): void;
}

/** `isCostly`: whether much has to be fetched before a voice can speak. */
export function createCast(
  engine: SpeechEngine,
  preferences: VoicePreferences,
  { guides, isCostly }: Pick<PlayerDeps, "guides" | "isCostly"> = {},
): Cast {
  const parts = new Map<string, Voice | undefined>();
  const offers = new Map<string, readonly Voice[]>();
  const lost = new Set<string>();
  let list = engine.voicesNow();
  const available = () => (lost.size > 0 ? engine.voicesNow().filter(({ key }) => !lost.has(key)) : engine.voicesNow());

  function voiceFor(lang: string): Voice | undefined {
    if (!parts.has(lang)) parts.set(lang, chooseVoice(available(), lang, preferences, guides?.of));
    return parts.get(lang);
  }

  return {
    ready: () => engine.voicesNow().length > 0,
    voiceFor,
    voiceWithin(lang) {
      const voice = voiceFor(lang);
      return voice && isCostly?.(voice) ? undefined : voice;
    },
    whyNot: (lang) => (voiceFor(lang) ? "costly-language" : "skipped-language"),
    spareFor: (lang) => chooseVoice(engine.spareVoices?.() ?? [], lang, preferences, guides?.of),
    hasChoice: (lang) => hasChoice(available(), lang, preferences),
    onlineOnly: (lang) =>
      preferences.offlineOnly &&
      !voiceFor(lang) &&
      chooseVoice(available(), lang, { ...preferences, offlineOnly: false }) !== undefined,
    offered(lang) {
      let offer = offers.get(lang);
      if (!offer) offers.set(lang, (offer = voicesFor(engine.voicesNow(), lang, preferences, guides?.of)));
      return offer;
    },
    lose(voice) {
      lost.add(voice.key);
      parts.clear();
    },
    forgive() {
      if (lost.size === 0) return;
      lost.clear();
      parts.clear();
    },
    listChanged() {
      if (list === engine.voicesNow()) return;
      list = engine.voicesNow();
      lost.clear();
      offers.clear();
      const keys = new Set(list.map(({ key }) => key));
      for (const [lang, voice] of parts) if (!voice || !keys.has(voice.key)) parts.delete(lang);
    },
    learnt(settled) {
      offers.clear();
      if (settled) parts.clear();
    },
    prefer(wanted) {
      preferences = wanted;
      parts.clear();
      offers.clear();
    },
  };
}
