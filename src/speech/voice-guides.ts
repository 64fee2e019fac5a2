/** What is known of systems' voices, fetched for each language when it is first listened to, and kept on the device by the worker. */
import type { GuideFile } from "./guide-file.ts";
import { createVoiceGuide, type VoiceGuide } from "./voice-guide.ts";

export interface VoiceGuides {
  /** The guide of a language, by its key (`spokenLanguage`); undefined where there is none or it has yet to come, and then it is fetched. */
  of(language: string): VoiceGuide | undefined;
  /** The same without fetching: what is known by now. */
  known(language: string): VoiceGuide | undefined;
  /** Calls back when another has come. Returns the way to stop. */
  onLearnt(listener: () => void): () => void;
}

/** What their files are called where that is not the key. */
const FILES: Readonly<Record<string, string>> = { zh: "cmn", no: "nb" };

/**
 * `addresses` by file, as the build has them; `load` gets one and may reject. Without a guide voices are ordered by what their names
 * tell, so a failure costs little: it is tried again the next time the language is asked for, a minute later at the soonest.
 */
export function createVoiceGuides(
  addresses: Readonly<Record<string, string>>,
  load: (address: string) => Promise<GuideFile>,
  now: () => number = Date.now,
): VoiceGuides {
  const guides = new Map<string, VoiceGuide>();
  const tried = new Map<string, number>();
  const listeners = new Set<() => void>();

  function fetchGuide(language: string, address: string): void {
    tried.set(language, now());
    load(address).then(
      (file) => {
        guides.set(language, createVoiceGuide(file));
        for (const listener of [...listeners]) listener();
      },
      () => {},
    );
  }

  return {
    of(language) {
      const known = guides.get(language);
      if (known) return known;
      const address = addresses[FILES[language] ?? language];
      if (address !== undefined && now() - (tried.get(language) ?? -Infinity) > 60_000) fetchGuide(language, address);
      return undefined;
    },
    known: (language) => guides.get(language),
    onLearnt(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Gets a guide from where the app is. */
export async function fetchGuide(address: string): Promise<GuideFile> {
  const response = await fetch(new URL(`${import.meta.env.BASE_URL}${address}`, location.href));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as GuideFile;
}
