/** The platform's list of voices, watched: it comes late, comes in parts, and changes while the page is open. */
import type { Clock } from "./clock.ts";
import type { Voice } from "./engine.ts";
import { repairTag } from "./language-tags.ts";
import { qualityOf } from "./voice-quality.ts";

/**
 * Chromium with speech-dispatcher and espeak-ng took 3.4 s to list 13,362 voices (two cores); everything else is far quicker. A
 * browser with no voice at all (Chromium on Linux as it comes, Edge on Android) never says so.
 */
const WAIT = 5000;
const WAIT_AGAIN = 1000;
const POLL = 250;

export interface NativeVoices {
  now(): readonly Voice[];
  /** Once there are any, or after five seconds (one, when that has been waited for before). */
  ready(): Promise<readonly Voice[]>;
  /** The platform's own object for a voice, if it still lists it. */
  native(voice: Voice): SpeechSynthesisVoice | undefined;
  onChanged(listener: () => void): () => void;
}

export function watchVoices(synth: SpeechSynthesis | undefined, clock: Clock): NativeVoices {
  let voices: readonly Voice[] = [];
  let natives = new Map<string, SpeechSynthesisVoice>();
  let read = -1;
  let waited = false;
  let waiting: Promise<readonly Voice[]> | undefined;
  const listeners = new Set<() => void>();

  const refresh = (): boolean => {
    const list = synth?.getVoices() ?? [];
    read = list.length;
    const found = new Map(usualFirst(list).map((native) => [keyOf(native), native]));
    natives = found;
    if (sameKeys(voices, found)) return false;
    const tags = new Map<string, string>();
    voices = Array.from(found, ([key, native]) => toVoice(key, native, tags));
    return true;
  };

  // Old Safari has neither the event nor `addEventListener` here; its list is complete at the first call.
  synth?.addEventListener?.("voiceschanged", () => {
    if (refresh()) for (const listener of [...listeners]) listener();
  });

  // A list that grew or shrank without the event is noticed by its length: reading 13,000 voices takes 20 ms, counting them none.
  const now = (): readonly Voice[] => {
    if (synth && synth.getVoices().length !== read) refresh();
    return voices;
  };

  const wait = (): Promise<readonly Voice[]> =>
    new Promise((resolve) => {
      const until = clock.now() + (waited ? WAIT_AGAIN : WAIT);
      const look = (): void => {
        if (now().length === 0 && clock.now() < until) clock.after(POLL, look);
        else resolve(voices);
      };
      look();
    });

  return {
    now,
    ready() {
      if (!synth || now().length > 0) return Promise.resolve(voices);
      waiting ??= wait().finally(() => {
        waited = true;
        waiting = undefined;
      });
      return waiting;
    },
    native(voice) {
      now();
      return natives.get(voice.key);
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The system's default voice first, so that it wins among equals. Safari says `default` of every voice, which says nothing. */
function usualFirst(list: readonly SpeechSynthesisVoice[]): readonly SpeechSynthesisVoice[] {
  const usual = list.filter((native) => native.default);
  return usual.length === 1 ? [...usual, ...list.filter((native) => !native.default)] : list;
}

function keyOf({ voiceURI, name, lang }: SpeechSynthesisVoice): string {
  return `${voiceURI}\n${name}\n${lang}`;
}

function sameKeys(voices: readonly Voice[], natives: ReadonlyMap<string, unknown>): boolean {
  return voices.length === natives.size && voices.every((voice) => natives.has(voice.key));
}

function toVoice(key: string, native: SpeechSynthesisVoice, tags: Map<string, string>): Voice {
  const { voiceURI: uri, name, localService: offline } = native;
  let lang = tags.get(native.lang);
  if (lang === undefined) tags.set(native.lang, (lang = repairTag(native.lang)));
  return { key, uri, name, lang, offline, quality: qualityOf(native) };
}
