/** An open article becomes a sound file. */
import { createBuiltInSynthesiser } from "../built-in-voice.ts";
import { type AudioFormat, type AudioTags, bytesPerSecond } from "./audio-file.ts";
import { loadDiskSink, loadOpusFile } from "./lazy.ts";
import { planRecording, type PlanOptions, type RecordingPlan } from "./plan.ts";
import { type Recording, recordPassages, type RecordingProgress } from "./record.ts";
import { memorySink } from "./sink.ts";
import { createWavFile } from "./wav-file.ts";

/** In bytes. What is smaller is at home in memory, and needs no clearing up. */
const LARGE = 8e6;

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

/** With a worker of its own, and on the disk where the file will be `large`. Rejects with a `RecordingError`, or with the signal's reason. */
export function saveAudio(options: {
  plan: RecordingPlan;
  format: AudioFormat;
  tags: AudioTags;
  onProgress(progress: RecordingProgress): void;
  signal: AbortSignal;
  /** In bytes. */
  large?: number;
}): Promise<Recording> {
  const { plan, format, tags, onProgress, signal, large = LARGE } = options;
  const bytes = plan.seconds * bytesPerSecond(format);
  const openSink = async (room?: number) => {
    const disk = await loadDiskSink().catch(() => undefined);
    await disk?.clearLeftovers();
    return (bytes >= large && (await disk?.openDiskSink(bytes, room))) || memorySink();
  };
  return recordPassages({
    passages: plan.passages,
    synthesiser: createBuiltInSynthesiser().synthesiser,
    newFile: async (sampleRate) =>
      format === "wav"
        ? createWavFile(sampleRate, tags, openSink)
        : (await loadOpusFile()).createOpusFile(sampleRate, tags, openSink),
    onProgress,
    signal,
  });
}
