/** Finds a platform's voice in the guide of its language, by any of the names and addresses it goes by. */
import type { KnownVoice, Voice } from "./engine.ts";
import type { GuideFile, GuideVoice } from "./guide-file.ts";
import { editionOf } from "./voice-quality.ts";

export interface VoiceGuide {
  /** The voice with what is known of it, and its quality as that says; the voice itself where nothing is. Jokes stay jokes. */
  know(voice: Voice): Voice;
  /** A sentence to try a voice with, in its language. */
  sample(name: string): string;
}

export function createVoiceGuide({ voices, sample }: GuideFile): VoiceGuide {
  const byName = new Map<string, GuideVoice[]>();
  const byId = new Map<string, GuideVoice[]>();
  const places = new Map(voices.map((voice, place) => [voice, place]));
  for (const voice of voices) {
    for (const name of voice.names) add(byName, fold(name), voice);
    for (const id of voice.ids ?? []) add(byId, id.toLowerCase(), voice);
  }

  function find({ name, uri, lang }: Voice): GuideVoice | undefined {
    // "Ava (Premium)" is an edition of "Ava"; "Google US English 5 (Natural)" is all name.
    const found = byId.get(uri.toLowerCase()) ?? byName.get(fold(name)) ?? byName.get(withoutEdition(fold(name)));
    return found?.find((voice) => voice.lang === lang) ?? found?.[0];
  }

  return {
    know(voice) {
      const found = voice.engine === "system" && voice.quality > 0 ? find(voice) : undefined;
      if (!found) return voice;
      const { label, gender, child, rate, pitch, quality } = found;
      const known: KnownVoice = {
        order: places.get(found)! / voices.length,
        ...(label !== undefined && { label }),
        ...(gender && { gender }),
        ...(child && { child }),
        ...(rate !== undefined && { rate }),
        ...(pitch !== undefined && { pitch }),
      };
      return { ...voice, quality: quality[Math.min(editionOf(voice), quality.length - 1)] ?? voice.quality, known };
    },
    sample: (name) => sample.replace("{name}", () => name),
  };
}

function add(to: Map<string, GuideVoice[]>, key: string, voice: GuideVoice): void {
  const known = to.get(key);
  if (known) known.push(voice);
  else to.set(key, [voice]);
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function withoutEdition(name: string): string {
  return name.replace(/\s*\([^()]*\)$/, "");
}
