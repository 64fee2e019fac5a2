import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { type Position, type Span, START } from "#domain/position.ts";
import type { Settings } from "#domain/settings.ts";
import type { SpokenChoices } from "#domain/spoken-settings.ts";
import type { SpokenWords } from "#domain/utterances.ts";
import type { Voice } from "#speech/engine.ts";
import type { Pauses } from "#speech/pauses.ts";
import type { PlayerNotice, PlayerProblem, PlayerTime } from "#speech/player-snapshot.ts";
import type * as ReadAloud from "#speech/read-aloud.ts";
import { createHeardPlace, type HeardPlace } from "./heard-place.ts";
import { prepareNextUp } from "./next-up.ts";
import type { OpenArticle, ReaderModel } from "./reader.ts";
import type { SleepState, SleepWish } from "#speech/sleep-timer.ts";
import { editorOf, type EditorParts } from "./settings-editor.ts";
import { createVoiceChoice, type VoiceChoiceModel } from "./voice-choice.ts";

/** What the reader should be told instead of, or beside, the voice. */
export interface ListeningMessage {
  kind:
    | PlayerProblem["reason"]
    | PlayerNotice["kind"]
    | "finished"
    | "seeking-voice"
    | "fetching-voice"
    | "preparing-voice";
  /** BCP 47, where it is about a language. */
  lang: string;
  /** To fetch, where that is what it is about, and how much of it has come, 0 to 1. */
  bytes?: number;
  fetched?: number;
}

export interface SpokenPlace {
  block: number;
  sentence: Span;
  word: Span | undefined;
}

/** What moves the voice about in the article, and lets it fall silent. Times are in seconds as they are heard, and estimated. */
export interface ListeningTransport {
  /** The sentence, and how many there are. */
  index: ReadonlySignal<number>;
  count: ReadonlySignal<number>;
  time: ReadonlySignal<PlayerTime>;
  sleep: ReadonlySignal<SleepState | undefined>;
  /** When a sentence begins. */
  timeAt(index: number): number;
  seek(index: number): void;
  /** By so many seconds, negative: back. */
  skip(seconds: number): void;
  nextParagraph(): void;
  previousParagraph(): void;
  /** Reads from a place on: from the word there, or from what is said next. */
  playAt(position: Position): void;
  /** `endsAt` for a time that counts already, as in `SleepState`. */
  setSleep(wish: SleepWish | undefined, endsAt?: number): void;
  stop(): void;
}

/** One article being read aloud, whether it is on screen or not. */
export interface ListeningSession {
  /** How far the voice has come, as it is stored. */
  place: HeardPlace["stored"];
  active: ReadonlySignal<boolean>;
  /** There are voices to control; otherwise the message is all there is. */
  ready: ReadonlySignal<boolean>;
  spoken: ReadonlySignal<SpokenPlace | undefined>;
  /** The same in the title and the standfirst, which stand before the text: no place of it is theirs. */
  spokenHeading: ReadonlySignal<SpokenPlace | undefined>;
  message: ReadonlySignal<ListeningMessage | undefined>;
  /** For the article's language, best first. */
  voices: ReadonlySignal<readonly Voice[]>;
  /** The reader's own choice, if it is there; undefined: the best is taken. */
  chosenVoice: ReadonlySignal<Voice | undefined>;
  /** The languages of the built-in voice, with what of them is on this device. */
  packs: ReadonlySignal<readonly ReadAloud.LanguagePack[]>;
  /** Bytes on this device of what all of those share: the built-in voice itself. */
  voiceBytes: ReadonlySignal<number>;
  /** The pack that a voice needs; undefined for voices of the system. */
  packOf(voice: Voice): ReadAloud.LanguagePack | undefined;
  /** Looks again what is on this device. */
  lookAtPacks(): void;
  /** Rejects where it cannot be fetched. */
  fetchPack(name: string): Promise<void>;
  removePack(name: string): Promise<void>;
  /** The built-in voice with all of its languages. */
  removeVoice(): Promise<void>;
  /** The built-in voice could read on where the system has stopped its own. */
  builtInCanGoOn: ReadonlySignal<boolean>;
  /** Chooses the built-in voice for the article's language and reads on at the same word. */
  goOnBuiltIn(): void;
  transport: ListeningTransport;
  play(): void;
  toggle(): void;
  pause(): void;
  next(): void;
  previous(): void;
  /** All voices, to choose from; `nameOf` a language tag as readers call it. Dispose of it when it is not shown any more. */
  voiceChoice(nameOf: (tag: string) => string): VoiceChoiceModel;
  /** What to paint: what is said of the sentence, or of the paragraph, that the voice is in. */
  said(scope: "sentence" | "paragraph"): readonly Span[];
  /** The voice is known not to tell its words. */
  wordless: ReadonlySignal<boolean>;
  /** Says it in the voice of the article's language, with what is being read paused. */
  tryOut(text: string): void;
  allowOnlineVoices(): void;
  dispose(): void;
}

export interface SessionOptions {
  /** An audio element that has been played within a press. */
  audio?: HTMLAudioElement | undefined;
  /** The last sentence has been said; with the sleep timer that was running. */
  onEnded?: (sleep: SleepState | undefined) => void;
}

/** After so many milliseconds without a sound the reader is told what they are waiting for. */
const SILENCE = 2500;

/** Takes up an article at its place; for the open one that is the reading position. Synchronous: a press may have to start it. */
export function createListeningSession(
  speech: typeof ReadAloud,
  reader: Pick<ReaderModel, "open" | "moveTo" | "find">,
  app: EditorParts,
  words: SpokenWords,
  opened: OpenArticle,
  { audio, onEnded }: SessionOptions = {},
): ListeningSession {
  const { record, body } = opened.article;
  const place = createHeardPlace(opened, reader, app);
  const settings = editorOf(app);
  const preferences = computed<ReadAloud.VoicePreferences>(() => ({
    voices: settings.settings.value.voices,
    languages: navigator.languages,
    offlineOnly: !settings.settings.value.onlineVoices,
  }));
  // A string, so that other settings may change without the article being told anew.
  const choices = computed(() => JSON.stringify(choicesOf(settings.settings.value)));
  const chosen = (): SpokenChoices => choicesOf(settings.settings.peek());
  let told = choices.peek();
  const player = speech.readAloud({
    record,
    body,
    leaves: opened.leaves,
    position: opened.position,
    rate: settings.settings.peek().rate,
    pauses: () => pausesOf(settings.settings.peek()),
    choices: chosen(),
    preferences: preferences.peek(),
    words,
    audio,
    onPosition: (position: Position) => place.moveTo(position),
    onFinished(sleep) {
      // The end of the last sentence is the end of the text: what is not to count as read goes back to its beginning.
      if (settings.settings.peek().markHeard) place.moveTo(place.stored.peek().position, true);
      else place.moveTo(START);
      onEnded?.(sleep);
    },
  });
  const snapshot = signal(player.snapshot);
  const packs = signal(speech.packs.now());
  const voiceBytes = signal(speech.packs.sharedNow());
  void speech.packs.look();
  const packOf = (voice: Voice) => packs.value.find(({ name }) => name === speech.packOf(voice));
  const builtIn = computed(() => snapshot.value.voices.find(({ engine }) => engine === "built-in"));
  const stops = [
    speech.packs.onChanged(() => {
      packs.value = speech.packs.now();
      voiceBytes.value = speech.packs.sharedNow();
    }),
    player.onChange((next) => (snapshot.value = next)),
    effect(() => player.setRate(settings.settings.value.rate)),
    effect(() => player.setPreferences(preferences.value)),
    effect(() => {
      if (choices.value === told) return;
      told = choices.value;
      player.choose(chosen());
    }),
  ];
  const starting = computed(() => snapshot.value.status === "starting");
  const slow = signal(false);
  stops.push(
    effect(() => {
      if (!starting.value) return;
      const timer = setTimeout(() => (slow.value = true), SILENCE);
      return () => {
        clearTimeout(timer);
        slow.value = false;
      };
    }),
  );
  const time = computed(() => snapshot.value.time);
  const playing = computed(() => snapshot.value.status === "playing");
  const prepare = (next: OpenArticle) =>
    speech.readAloudSoon({
      ...next.article,
      leaves: next.leaves,
      position: next.position,
      choices: chosen(),
      words,
      preferences: preferences.peek(),
    });
  stops.push(prepareNextUp({ id: record.id, playing, time, reader, prepare }, app));
  const choiceName = speech.voiceChoiceKey(record.lang);
  const voicesHere = computed(() => snapshot.value.voices);
  // Not with every word: looking for a voice takes walking a list that can be long.
  const chosenVoice = computed(() => {
    void voicesHere.value;
    const choice = settings.settings.value.voices[choiceName];
    return choice && speech.findVoice(choice);
  });
  const voiceChoice = (nameOf: (tag: string) => string) => createVoiceChoice(speech, player, app, record.lang, nameOf);

  return {
    place: place.stored,
    active: computed(() => snapshot.value.status === "playing" || snapshot.value.status === "starting"),
    ready: computed(() => snapshot.value.problem?.reason !== "no-voices"),
    spoken: computed(() => speech.spokenPlace(snapshot.value)),
    spokenHeading: computed(() => speech.spokenPlace(snapshot.value, true)),
    voices: voicesHere,
    chosenVoice,
    message: computed(() => {
      const { problem, status, notice, voice } = snapshot.value;
      if (problem) return { kind: problem.reason, lang: problem.lang };
      const pack = status === "starting" && voice && packOf(voice);
      if (pack && pack.state === "fetching") {
        const { lang, bytes, fetched = 0 } = pack;
        return { kind: "fetching-voice", lang, bytes, fetched };
      }
      if (status === "starting" && !voice) return { kind: "seeking-voice", lang: "" };
      if (status === "starting" && slow.value) return { kind: "preparing-voice", lang: "" };
      return status === "finished" ? { kind: "finished", lang: "" } : notice;
    }),
    packs,
    voiceBytes,
    packOf,
    lookAtPacks: () => void speech.packs.look(),
    fetchPack: (name) => speech.packs.fetchLanguage(name),
    removePack: (name) => speech.packs.remove(name),
    removeVoice: () => speech.packs.removeAll(),
    builtInCanGoOn: computed(() => {
      const { problem, voice } = snapshot.value;
      return problem?.reason === "stopped-in-background" && voice?.engine === "system" && builtIn.value !== undefined;
    }),
    goOnBuiltIn() {
      const { uri, name, lang } = builtIn.peek()!;
      settings.change({ voices: { ...settings.settings.peek().voices, [choiceName]: { uri, name, lang } } });
      player.play();
    },
    transport: {
      index: computed(() => snapshot.value.index),
      count: computed(() => snapshot.value.count),
      time,
      sleep: computed(() => snapshot.value.sleep),
      timeAt: player.timeAt,
      seek: player.seek,
      skip: player.skip,
      nextParagraph: player.nextParagraph,
      previousParagraph: player.previousParagraph,
      playAt: player.playAt,
      setSleep: player.sleep,
      stop: player.stop,
    },
    play: () => player.play(),
    toggle: player.toggle,
    pause: player.pause,
    next: player.next,
    previous: player.previous,
    voiceChoice,
    said: player.said,
    wordless: computed(() => snapshot.value.voiceReportsWords === false),
    tryOut: (text) => void player.tryOut(text),
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

/** What of all settings are the pauses. */
export function pausesOf({ sentencePause, paragraphPause, headingPause }: Settings): Pauses {
  return { sentence: sentencePause, paragraph: paragraphPause, headings: headingPause };
}

/** What of all settings decides what is said. */
export function choicesOf(settings: SpokenChoices): SpokenChoices {
  const { readCode, readTables, readAddresses, readImages, readCaptions, readNoteMarks, readNotes, sayAs } = settings;
  return { readCode, readTables, readAddresses, readImages, readCaptions, readNoteMarks, readNotes, sayAs };
}
