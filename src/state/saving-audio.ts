/** Articles on their way into sound files. */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ArticleId, ArticleRecord } from "#domain/article.ts";
import type * as ReadAloud from "#speech/read-aloud.ts";
import { loadReadAloud } from "./lazy.ts";
import { choicesOf, pausesOf } from "./listening-session.ts";
import type { OpenArticle } from "./reader.ts";
import type { ReadingModel } from "./reading.ts";
import { editorOf, type EditorParts } from "./settings-editor.ts";

export type SavingFormat = ReadAloud.AudioFormat;

export type SavingStage =
  /** `stopped`: the reader has just cancelled. */
  | { kind: "choosing"; stopped?: true }
  | ({ kind: "working" } & ReadAloud.RecordingProgress)
  /** `address` of the file, for as long as it is to be had. */
  | ({ kind: "ready"; address: string; bytes: number } & Omit<ReadAloud.Recording, "discard"> & Chosen)
  /** `lang`: BCP 47, where it is about a voice. */
  | ({ kind: "failed"; reason: ReadAloud.RecordingError["reason"]; lang: string } & Chosen);

/** In milliseconds. Nobody says when the browser has read what it was given: a long file takes its time on a slow disk. */
const AFTERGLOW = 600_000;

interface Chosen {
  format: SavingFormat;
}

/**
 * What became of the file that is ready. `saved`: it is written where the reader wanted it. `handed-over`: the browser was given it, and may be
 * reading it still. `refused`: it cannot be written anywhere by this page, `failed`: it could not be; both can be handed over.
 */
export type SaveOutcome = "none" | "saving" | "saved" | "handed-over" | "refused" | "failed";

/** Nothing is lost with the file that is here: the reader has it, or can have it from the browser. */
export function isPassedOn(outcome: SaveOutcome): boolean {
  return outcome === "saved" || outcome === "handed-over";
}

export interface SavingAudio {
  /** Of what article. */
  record: ArticleRecord;
  /** Estimated, in seconds; 0 where nothing of the article can be said. */
  seconds: number;
  /** BCP 47, each once: what is left out because the built-in voice does not speak it. */
  leftOut: readonly string[];
  /** What this browser can make, the smallest first, with the estimated size in bytes. */
  formats: readonly { format: SavingFormat; bytes: number }[];
  stage: ReadonlySignal<SavingStage>;
  outcome: ReadonlySignal<SaveOutcome>;
  /** Told by what does the saving. */
  became(outcome: SaveOutcome): void;
  /** A view shows how it stands and tells of it. */
  attended: ReadonlySignal<boolean>;
  /** Told by that view, which calls the answer when it is gone. */
  attend(): () => void;
  /** Goes on whatever page is shown. Does nothing while another one is being made or waits to be saved; one that is passed on is let go of. */
  start(format: SavingFormat): void;
  cancel(): void;
  /** Lets go of the file that is ready, or of what failed. What is being written or read meanwhile is still there to be read for a while. */
  reset(): void;
}

const underWay = new WeakMap<EditorParts["settings"], Signal<SavingAudio | undefined>>();

/** What is being made, or waits to be saved, or has failed: one at a time. */
export function savingUnderWay(app: Pick<EditorParts, "settings">): ReadonlySignal<SavingAudio | undefined> {
  return placeOf(app);
}

function placeOf({ settings }: Pick<EditorParts, "settings">): Signal<SavingAudio | undefined> {
  let place = underWay.get(settings);
  if (!place) underWay.set(settings, (place = signal(undefined)));
  return place;
}

/**
 * What an article is or would be as a file, as the reader has it read aloud: where its file is under way, that one; undefined where the article cannot be
 * had. Rejects where the code could not be fetched.
 */
export async function savingOf(
  id: ArticleId,
  { reader, words }: Pick<ReadingModel, "words"> & { reader: Pick<ReadingModel["reader"], "open" | "find"> },
  app: EditorParts,
): Promise<SavingAudio | undefined> {
  const speech = await loadReadAloud();
  const place = placeOf(app);
  if (place.peek()?.record.id === id) return place.peek();
  const formats = await speech.formatsHere();
  const shown = reader.open.peek();
  const opened = shown?.article.record.id === id ? shown : await reader.find(id);
  if (typeof opened === "string") return undefined;
  return createSaving(speech, formats, opened.article.record, planOf(speech, opened, app, words), place);
}

function planOf(
  speech: typeof ReadAloud,
  { article, leaves }: OpenArticle,
  app: EditorParts,
  words: ReadingModel["words"],
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

function createSaving(
  speech: typeof ReadAloud,
  formats: readonly SavingFormat[],
  record: ArticleRecord,
  plan: ReadAloud.RecordingPlan,
  place: Signal<SavingAudio | undefined>,
): SavingAudio {
  const stage = signal<SavingStage>({ kind: "choosing" });
  const outcome = signal<SaveOutcome>("none");
  const attended = signal(false);
  let work: AbortController | undefined;
  let discard: (() => void) | undefined;

  function letGo(): void {
    const before = stage.peek();
    const release = discard;
    const end = () => {
      if (before.kind === "ready") URL.revokeObjectURL(before.address);
      release?.();
    };
    if (outcome.peek() === "handed-over" || outcome.peek() === "saving") setTimeout(end, AFTERGLOW);
    else end();
    discard = undefined;
    outcome.value = "none";
    if (place.peek() === self) place.value = undefined;
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
      if (!ended.aborted) stage.value = { kind: "working", ...progress };
    };
    try {
      const { discard: discardMade, ...made } = await speech.saveAudio({
        plan,
        format,
        tags,
        onProgress,
        signal: ended,
      });
      if (ended.aborted) return discardMade();
      discard = discardMade;
      const { file } = made;
      stage.value = { kind: "ready", ...made, address: URL.createObjectURL(file), bytes: file.size, format };
    } catch (error) {
      if (ended.aborted) return;
      const known = error instanceof speech.RecordingError;
      stage.value = { kind: "failed", reason: known ? error.reason : "encoder", lang: known ? error.lang : "", format };
    }
  }

  const self: SavingAudio = {
    record,
    seconds: plan.seconds,
    leftOut: plan.leftOut,
    formats: formats.map((format) => ({ format, bytes: plan.seconds * speech.bytesPerSecond(format) })),
    stage,
    outcome,
    became(what) {
      // It may have been let go of while it was written.
      if (stage.peek().kind === "ready") outcome.value = what;
    },
    attended,
    attend() {
      attended.value = true;
      return () => (attended.value = false);
    },
    start(format) {
      const { kind } = stage.peek();
      const other = place.peek();
      if (kind === "working" || kind === "ready") return;
      if (other && other !== self) {
        if (other.stage.peek().kind !== "failed" && !isPassedOn(other.outcome.peek())) return;
        other.reset();
      }
      place.value = self;
      work = new AbortController();
      stage.value = { kind: "working", fraction: 0 };
      void run(format, work);
    },
    cancel() {
      if (stage.peek().kind !== "working") return;
      work?.abort();
      letGo();
      stage.value = { kind: "choosing", stopped: true };
    },
    reset() {
      const { kind } = stage.peek();
      if (kind !== "ready" && kind !== "failed") return;
      letGo();
      stage.value = { kind: "choosing" };
    },
  };
  return self;
}
