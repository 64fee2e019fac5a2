/** An open article becomes a sound file. */
import { createBuiltInSynthesiser } from "../built-in-voice.ts";
import type { AudioFormat, AudioTags } from "./audio-file.ts";
import { loadOpusFile } from "./lazy.ts";
import { planRecording, type PlanOptions, type RecordingPlan } from "./plan.ts";
import { type Recording, recordPassages, type RecordingProgress } from "./record.ts";
import { createWavFile } from "./wav-file.ts";

/** Fetches nothing. Without passages in a browser that cannot run the built-in voice. */
export function planAudio(options: PlanOptions): RecordingPlan {
  return planRecording(options, createBuiltInSynthesiser().voices);
}

/** The formats that can be made here and now, the smallest file first. Never rejects. */
export async function formatsHere(): Promise<AudioFormat[]> {
  const { sampleRate } = createBuiltInSynthesiser().synthesiser;
  const opus = await loadOpusFile()
    .then(({ canEncodeOpus }) => canEncodeOpus(sampleRate))
    .catch(() => false);
  return opus ? ["opus", "wav"] : ["wav"];
}

/** With a worker of its own. Rejects with a `RecordingError`, or with the signal's reason. */
export function saveAudio(options: {
  plan: RecordingPlan;
  format: AudioFormat;
  tags: AudioTags;
  onProgress(progress: RecordingProgress): void;
  signal: AbortSignal;
}): Promise<Recording> {
  const { plan, format, tags, onProgress, signal } = options;
  return recordPassages({
    passages: plan.passages,
    synthesiser: createBuiltInSynthesiser().synthesiser,
    newFile: async (sampleRate) =>
      format === "wav" ? createWavFile(sampleRate, tags) : (await loadOpusFile()).createOpusFile(sampleRate, tags),
    onProgress,
    signal,
  });
}
