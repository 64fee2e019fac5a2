/** All voices of the device to choose from, for the article that is heard and for other languages. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { SpeechFailure, Voice } from "#speech/engine.ts";
import type * as ReadAloud from "#speech/read-aloud.ts";
import type { FoundVoices, VoiceGroup as Group, VoiceWishes } from "#speech/voice-catalogue.ts";
import { editorOf, type EditorParts } from "./settings-editor.ts";

/** A language with its voices, the best first. */
export type VoiceGroup = Group;

/** A voice that is being tried. */
export interface VoiceTrial {
  key: string;
  state: "starting" | "speaking" | "failed";
  /** Why it failed. */
  reason?: SpeechFailure;
}

export interface VoiceChoiceModel {
  /** Reads the list anew where it has changed; made when first asked. */
  find(wishes: VoiceWishes): FoundVoices;
  /** The group whose voices read the article; undefined where none does. */
  own(): string | undefined;
  /** The reader's own choice for the language of a group, if it is there; undefined: the best is taken. */
  chosen(language: string): Voice | undefined;
  /** Undefined for the best there is. Kept for all text in the language of the group, or that the group reads here. */
  choose(voice: Voice | undefined, language: string): void;
  onlineVoices: ReadonlySignal<boolean>;
  allowOnline(on: boolean): void;
  trial: ReadonlySignal<VoiceTrial | undefined>;
  /** Says a sentence with it, or stops saying it. Within a press. */
  tryOut(voice: Voice): void;
  stopTrying(): void;
  dispose(): void;
}

export function createVoiceChoice(
  speech: typeof ReadAloud,
  player: Pick<ReadAloud.ArticlePlayer, "tryOut">,
  app: EditorParts,
  lang: string,
  nameOf: (tag: string) => string,
): VoiceChoiceModel {
  const editor = editorOf(app);
  const changes = signal(0);
  const stopWatching = speech.onVoicesChanged(() => void changes.value++);
  const online = computed(() => editor.settings.value.onlineVoices);
  const catalogue = computed(() => {
    void changes.value;
    return speech.listVoices({ lang, languages: navigator.languages, offlineOnly: !online.value, nameOf });
  });
  const own = computed(() => {
    const first = catalogue.value.find({ search: "", all: true, limit: 1 }).groups[0]?.language;
    return first !== undefined && speech.languagesFor(lang).includes(first) ? first : undefined;
  });
  /** Text in Nynorsk may be read by a voice for Bokmål: what is remembered is the language of the text. */
  const keyOf = (language: string) => (language === own.value ? speech.voiceChoiceKey(lang) : language);
  const trial = signal<VoiceTrial | undefined>(undefined);
  let stopTrial = () => {};

  function stopTrying(): void {
    stopTrial();
    stopTrial = () => {};
    trial.value = undefined;
  }

  return {
    find: (wishes) => catalogue.value.find(wishes),
    own: () => own.value,
    chosen(language) {
      void changes.value;
      const choice = editor.settings.value.voices[keyOf(language)];
      return choice && speech.findVoice(choice);
    },
    choose(voice, language) {
      const key = keyOf(language);
      const { [key]: _, ...others } = editor.settings.peek().voices;
      const choice = voice && { uri: voice.uri, name: voice.name, lang: voice.lang };
      editor.change({ voices: choice ? { ...others, [key]: choice } : others });
    },
    onlineVoices: online,
    allowOnline: (on) => editor.change({ onlineVoices: on }),
    trial,
    tryOut(voice) {
      const { key } = voice;
      const again = trial.peek()?.key === key && trial.peek()?.state !== "failed";
      stopTrying();
      if (again) return;
      trial.value = { key, state: "starting" };
      stopTrial = player.tryOut(speech.sampleFor(voice), {
        voice,
        lang: voice.lang,
        report(event) {
          if (event.type === "start") trial.value = { key, state: "speaking" };
          else if (event.type === "end") trial.value = undefined;
          else if (event.type === "failure") trial.value = { key, state: "failed", reason: event.reason };
        },
      });
    },
    stopTrying,
    dispose() {
      stopTrying();
      stopWatching();
    },
  };
}
