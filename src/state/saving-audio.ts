/** The open article on its way into a sound file. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import type { SpokenWords } from "#domain/utterances.ts";
import type * as ReadAloud from "#speech/read-aloud.ts";
import { loadReadAloud } from "./lazy.ts";
import { choicesOf, pausesOf } from "./listening-session.ts";
import type { ReaderModel } from "./reader.ts";
import { editorOf, type EditorParts } from "./settings-editor.ts";

export type SavingFormat = ReadAloud.AudioFormat;

export type SavingStage =
  /** `stopped`: the reader has just cancelled. */
  | { kind: "choosing"; stopped?: true }
  | ({ kind: "working" } & ReadAloud.RecordingProgress)
  /** `address` of the file, for as long as it is to be had. */
  | ({ kind: "ready"; address: string; bytes: number; format: SavingFormat } & ReadAloud.Recording)
  /** `lang`: BCP 47, where it is about a voice. */
  | { kind: "failed"; reason: ReadAloud.RecordingError["reason"]; lang: string };

export interface SavingAudio {
  /** Estimated, in seconds; 0 where nothing of the article can be said. */
  seconds: number;
  /** BCP 47, each once: what is left out because the built-in voice does not speak it. */
  leftOut: readonly string[];
  /** What this browser can make, the smallest first, with the estimated size in bytes. */
  formats: readonly { format: SavingFormat; bytes: number }[];
  stage: ReadonlySignal<SavingStage>;
  start(format: SavingFormat): void;
  cancel(): void;
  /** Lets go of the file that is ready, for another one. */
  reset(): void;
  /** Ends what is under way, and lets go of the file. */
  dispose(): void;
}

/**
 * What the open article would be as a file, as the reader has it read aloud; undefined where none is open. Is cancelled when the
 * article is closed. Rejects where the code could not be fetched.
 */
export async function createSavingAudio(
  reader: ReaderModel,
  app: EditorParts,
  words: SpokenWords,
): Promise<SavingAudio | undefined> {
  const speech = await loadReadAloud();
  const formats = await speech.formatsHere();
  const opened = reader.open.peek();
  return opened && savingOf(speech, formats, opened.article, planOf(speech, opened, app, words), reader);
}

function planOf(
  speech: typeof ReadAloud,
  { article, leaves }: NonNullable<ReaderModel["open"]["value"]>,
  app: EditorParts,
  words: SpokenWords,
): ReadAloud.RecordingPlan {
  const settings = editorOf(app).settings.peek();
  return speech.planAudio({
    ...article,
    leaves,
    words,
    choices: choicesOf(settings),
    pauses: pausesOf(settings),
    preferences: { voices: settings.voices, languages: navigator.languages },
  });
}

function savingOf(
  speech: typeof ReadAloud,
  formats: readonly SavingFormat[],
  { record }: Article,
  plan: ReadAloud.RecordingPlan,
  reader: ReaderModel,
): SavingAudio {
  const stage = signal<SavingStage>({ kind: "choosing" });
  let work: AbortController | undefined;

  function enter(next: SavingStage): void {
    const before = stage.peek();
    if (before.kind === "ready") URL.revokeObjectURL(before.address);
    stage.value = next;
  }

  function end(): void {
    work?.abort();
    work = undefined;
  }

  async function run(format: SavingFormat, { signal: ended }: AbortController): Promise<void> {
    const { title, byline, site, published } = record;
    const artist = byline ?? site;
    const tags = {
      title,
      ...(artist && { artist }),
      ...(site && { album: site }),
      ...(published && { date: published }),
    };
    const onProgress = (progress: ReadAloud.RecordingProgress) => {
      if (!ended.aborted) enter({ kind: "working", ...progress });
    };
    try {
      const made = await speech.saveAudio({ plan, format, tags, onProgress, signal: ended });
      if (ended.aborted) return;
      const { file } = made;
      enter({ kind: "ready", ...made, address: URL.createObjectURL(file), bytes: file.size, format });
    } catch (error) {
      if (ended.aborted) return;
      const known = error instanceof speech.RecordingError;
      enter({ kind: "failed", reason: known ? error.reason : "encoder", lang: known ? error.lang : "" });
    }
  }

  function cancel(): void {
    if (stage.peek().kind !== "working") return;
    end();
    enter({ kind: "choosing", stopped: true });
  }

  const stopWatching = effect(() => {
    if (reader.open.value?.article.record.id !== record.id) cancel();
  });

  return {
    seconds: plan.seconds,
    leftOut: plan.leftOut,
    formats: formats.map((format) => ({ format, bytes: plan.seconds * speech.bytesPerSecond(format) })),
    stage,
    start(format) {
      if (stage.peek().kind === "working") return;
      work = new AbortController();
      enter({ kind: "working", fraction: 0 });
      void run(format, work);
    },
    cancel,
    reset() {
      if (stage.peek().kind === "ready") enter({ kind: "choosing" });
    },
    dispose() {
      stopWatching();
      end();
      enter({ kind: "choosing" });
    },
  };
}
