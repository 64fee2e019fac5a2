/** The platform's list of voices, watched: it comes late, comes in parts, and changes while the page is open. */
import type { Clock } from "./clock.ts";
import type { Voice } from "./engine.ts";
import { repairTag } from "./language-tags.ts";
import { qualityOf } from "./voice-quality.ts";

/**
 * Counted from the first time the list is asked for, which is when platforms begin to make it. With speech-dispatcher and espeak-ng
 * (13,362 voices, two cores) Chromium took 3.4 to 4.7 s and Firefox 5.6 s; everything else is far quicker. A browser
 * with no voice at all (Chromium on Linux as it comes, Edge on Android) never says so.
 */
const WAIT = 8000;
const WAIT_AGAIN = 1000;
const POLL = 250;

export interface NativeVoices {
  now(): readonly Voice[];
  /** Once there are any and no more are coming in; an empty list when the time is up. */
  ready(): Promise<readonly Voice[]>;
  /** The platform's own object for a voice, if it still lists it. */
  native(voice: Voice): SpeechSynthesisVoice | undefined;
  onChanged(listener: () => void): () => void;
}

/** Begins to watch, which has the platform begin to make its list. */
export function watchVoices(synth: SpeechSynthesis | undefined, clock: Clock): NativeVoices {
  let voices: readonly Voice[] = [];
  let natives = new Map<string, SpeechSynthesisVoice>();
  let waiting: Promise<readonly Voice[]> | undefined;
  const asked = clock.now();
  const listeners = new Set<() => void>();

  /** Reads the list; whether it has changed. For 13,000 voices this takes 30 ms, so it is done when there is cause. */
  function refresh(): boolean {
    natives = new Map(inOrder(synth?.getVoices() ?? []).map((native) => [keyOf(native), native]));
    if (voices.length === natives.size && voices.every(({ key }) => natives.has(key))) return false;
    const tags = new Map<string, string>();
    voices = Array.from(natives, ([key, native]) => toVoice(key, native, tags));
    return true;
  }

  refresh();
  // Old Safari has neither the event nor `addEventListener` here; its list is complete at the first call.
  synth?.addEventListener?.("voiceschanged", () => {
    if (refresh()) for (const listener of [...listeners]) listener();
  });

  function now(): readonly Voice[] {
    if (voices.length === 0) refresh();
    return voices;
  }

  function onChanged(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  /** Until the list has come by event, or (Firefox adds to it for a while without one) is the same at two looks. */
  function wait(): Promise<readonly Voice[]> {
    const until = Math.max(asked + WAIT, clock.now() + WAIT_AGAIN);
    return new Promise((resolve) => {
      const stop = onChanged(done);
      let stopLooking = clock.after(POLL, look);
      function look(): void {
        if (!refresh() && (voices.length > 0 || clock.now() >= until)) done();
        else stopLooking = clock.after(POLL, look);
      }
      function done(): void {
        stop();
        stopLooking();
        waiting = undefined;
        resolve(voices);
      }
    });
  }

  return {
    now,
    ready() {
      // Asked again, it looks again: not every browser tells of a voice that has been installed.
      if (refresh()) for (const listener of [...listeners]) listener();
      return !synth || voices.length > 0 ? Promise.resolve(voices) : (waiting ??= wait());
    },
    native: (voice) => natives.get(voice.key),
    onChanged,
  };
}

/**
 * Among equals the first is taken: the system's default, then voices whose tag says nothing beyond language, script and region
 * (espeak's "English (Great Britain)" before its dialects; Firefox lists them in no order). Safari says of every voice
 * that it is the default, which says nothing.
 */
function inOrder(list: readonly SpeechSynthesisVoice[]): readonly SpeechSynthesisVoice[] {
  const defaults = list.filter((native) => native.default);
  const first = defaults.length === 1 ? defaults[0] : undefined;
  const others = list.filter((native) => native !== first);
  const plain = (native: SpeechSynthesisVoice) => native.lang.length <= "en-GB".length;
  const sorted = [...others.filter(plain), ...others.filter((native) => !plain(native))];
  return first ? [first, ...sorted] : sorted;
}

function keyOf({ voiceURI, name, lang }: SpeechSynthesisVoice): string {
  return `${voiceURI}\n${name}\n${lang}`;
}

/**
 * Whether the voice works without a network. Firefox uses only voices of the system, but on Linux calls them remote: it passes on
 * "is the default" in its place (RegisterVoices in dom/media/webspeech/synth/speechd/SpeechDispatcherService.cpp).
 */
export function isLocal({ localService, voiceURI }: SpeechSynthesisVoice): boolean {
  return localService || voiceURI.startsWith("urn:moz-tts:");
}

function toVoice(key: string, native: SpeechSynthesisVoice, tags: Map<string, string>): Voice {
  const { voiceURI: uri, name } = native;
  let lang = tags.get(native.lang);
  if (lang === undefined) tags.set(native.lang, (lang = repairTag(native.lang)));
  return { engine: "system", key, uri, name, lang, offline: isLocal(native), quality: qualityOf(native) };
}
