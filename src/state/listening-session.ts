import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Position, Span } from "#domain/position.ts";
import type { SpokenWords } from "#domain/utterances.ts";
import type { Voice } from "#speech/engine.ts";
import type { PlayerNotice, PlayerProblem } from "#speech/player-snapshot.ts";
import type * as ReadAloud from "#speech/read-aloud.ts";
import type { ReaderModel } from "./reader.ts";
import { editorOf, type EditorParts } from "./settings-editor.ts";

/** What the reader should be told instead of, or beside, the voice. */
export interface ListeningMessage {
  kind: PlayerProblem["reason"] | PlayerNotice["kind"] | "finished" | "seeking-voice";
  /** BCP 47, where it is about a language. */
  lang: string;
}

export interface SpokenPlace {
  block: number;
  sentence: Span;
  word: Span | undefined;
}

/** One open article being read aloud. */
export interface ListeningSession {
  active: ReadonlySignal<boolean>;
  /** There are voices to control; otherwise the message is all there is. */
  ready: ReadonlySignal<boolean>;
  spoken: ReadonlySignal<SpokenPlace | undefined>;
  message: ReadonlySignal<ListeningMessage | undefined>;
  /** For the article's language, best first. */
  voices: ReadonlySignal<readonly Voice[]>;
  /** The reader's own choice among them; undefined: the best is taken. */
  chosenVoice: ReadonlySignal<Voice | undefined>;
  play(): void;
  toggle(): void;
  pause(): void;
  next(): void;
  previous(): void;
  /** A `key` of `voices`; undefined for the best there is. */
  chooseVoice(key: string | undefined): void;
  allowOnlineVoices(): void;
  dispose(): void;
}

/** Takes up the open article at the reading position; undefined where none is open. Synchronous: a press may have to start it. */
export function createListeningSession(
  speech: typeof ReadAloud,
  reader: ReaderModel,
  app: EditorParts,
  words: SpokenWords,
): ListeningSession | undefined {
  const opened = reader.open.peek();
  if (!opened) return undefined;
  const { record } = opened.article;
  const settings = editorOf(app);
  const preferences = computed<ReadAloud.VoicePreferences>(() => ({
    voices: settings.settings.value.voices,
    languages: navigator.languages,
    offlineOnly: !settings.settings.value.onlineVoices,
  }));
  const player = speech.readAloud({
    record,
    leaves: opened.leaves,
    position: reader.position.peek(),
    rate: settings.settings.peek().rate,
    preferences: preferences.peek(),
    words,
    onPosition: (position: Position) => reader.moveTo(position),
    onFinished: () => reader.moveTo(reader.position.peek(), true),
  });
  const snapshot = signal(player.snapshot);
  const stops = [
    player.onChange((next) => (snapshot.value = next)),
    effect(() => player.setRate(settings.settings.value.rate)),
    effect(() => player.setPreferences(preferences.value)),
  ];
  const choiceName = speech.voiceChoiceKey(record.lang);

  return {
    active: computed(() => snapshot.value.status === "playing" || snapshot.value.status === "starting"),
    ready: computed(() => snapshot.value.problem?.reason !== "no-voices"),
    spoken: computed(() => speech.spokenPlace(snapshot.value)),
    voices: computed(() => snapshot.value.voices),
    chosenVoice: computed(() => {
      const choice = settings.settings.value.voices[choiceName];
      if (!choice) return undefined;
      // As the player finds it again: some platforms give the same voice a new address.
      const alike = snapshot.value.voices.filter(({ name, lang }) => name === choice.name && lang === choice.lang);
      return alike.find(({ uri }) => uri === choice.uri) ?? alike[0];
    }),
    message: computed(() => {
      const { problem, status, notice, voices } = snapshot.value;
      if (problem) return { kind: problem.reason, lang: problem.lang };
      if (status === "starting" && voices.length === 0) return { kind: "seeking-voice", lang: "" };
      return status === "finished" ? { kind: "finished", lang: "" } : notice;
    }),
    play: () => player.play(),
    toggle: player.toggle,
    pause: player.pause,
    next: player.next,
    previous: player.previous,
    chooseVoice(key) {
      const { [choiceName]: _, ...others } = settings.settings.peek().voices;
      const voice = snapshot.peek().voices.find((offered) => offered.key === key);
      const choice = voice && { uri: voice.uri, name: voice.name, lang: voice.lang };
      settings.change({ voices: choice ? { ...others, [choiceName]: choice } : others });
    },
    allowOnlineVoices() {
      settings.change({ onlineVoices: true });
      player.play();
    },
    dispose() {
      for (const stop of stops) stop();
      player.dispose();
    },
  };
}
