/** Real espeak-ng, the browser's real encoder, and the browser's own decoder as the judge. */
import { ALL_FORMATS, BlobSource, Input } from "mediabunny";
import { describe, expect, it, vi } from "vitest";
import type { Block } from "#domain/article.ts";
import { SPOKEN_DEFAULTS } from "#domain/spoken-settings.ts";
import { sampleRecord } from "#domain/fixtures/sample-article.ts";
import { leavesOf } from "#domain/text.ts";
import { createBuiltInSynthesiser } from "../built-in-voice.ts";
import type { RecordingPlan } from "./plan.ts";
import type { RecordingProgress } from "./record.ts";
import { formatsHere, planAudio, saveAudio } from "./save-audio.ts";

vi.setConfig({ testTimeout: 60_000 });

const BLOCKS: Block[] = [
  { type: "heading", level: 2, content: [{ text: "The sea" }] },
  { type: "paragraph", content: [{ text: "The tide comes in twice a day. Nobody here remembers it so low." }] },
  { type: "paragraph", lang: "fr", content: [{ text: "La mer monte et descend." }] },
];
const TAGS = { title: "Où va la mer – 潮", artist: "Ada Brown", album: "The Harbour Letter", date: "2026-06-21" };

const plan = (blocks = BLOCKS): RecordingPlan =>
  planAudio({
    record: sampleRecord({ title: "Tides of June", lang: "en-GB" }),
    body: { id: "tides", blocks, related: [] },
    leaves: leavesOf({ blocks }),
    words: { image: String, imageWithoutDescription: "Image", code: () => "Code.", table: () => "Table." },
    choices: SPOKEN_DEFAULTS,
    pauses: { sentence: 200, paragraph: 500, headings: true },
    preferences: { voices: {}, languages: ["en-GB"] },
  });

/** The sum of all sentences, each rendered alone, and of all pauses, in seconds. */
async function secondsOf({ passages }: RecordingPlan): Promise<number> {
  const { synthesiser } = createBuiltInSynthesiser();
  let seconds = 0;
  for (const { text, lang, voice, pause } of passages)
    seconds += (await synthesiser.render(text, lang, voice)).samples / synthesiser.sampleRate + pause / 1000;
  synthesiser.release();
  return seconds;
}

function decode(file: Blob): Promise<AudioBuffer> {
  return file.arrayBuffer().then((bytes) => new OfflineAudioContext(1, 1, 22_050).decodeAudioData(bytes));
}

/** Root mean square of a stretch in seconds. */
function loudness(audio: AudioBuffer, from: number, to: number): number {
  const part = audio.getChannelData(0).subarray(from * audio.sampleRate, to * audio.sampleRate);
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
}

describe.each(["wav", "opus"] as const)("an article as %s", (format) => {
  it("is as long as its sentences and pauses, and is heard from beginning to end", async () => {
    const planned = plan();
    const progress: RecordingProgress[] = [];
    const { signal } = new AbortController();
    const { file, seconds } = await saveAudio({
      plan: planned,
      format,
      tags: TAGS,
      onProgress: (next) => progress.push(next),
      signal,
    });
    const expected = await secondsOf(planned);
    const audio = await decode(file);
    expect(Math.abs(audio.duration / expected - 1)).toBeLessThan(0.02);
    // The same sentence comes out a few milliseconds longer or shorter, after what was said before it.
    expect(Math.abs(seconds / expected - 1)).toBeLessThan(0.01);
    for (const third of [0, 1, 2])
      expect(loudness(audio, (third * expected) / 3, ((third + 1) * expected) / 3)).toBeGreaterThan(0.02);
    expect(progress.at(-1)).toEqual({ fraction: 1 });
  });

  it("carries its title, and who wrote it", async () => {
    const { signal } = new AbortController();
    const { file } = await saveAudio({ plan: plan(), format, tags: TAGS, onProgress() {}, signal });
    const tags = await new Input({ source: new BlobSource(file), formats: ALL_FORMATS }).getMetadataTags();
    // That reader takes the tags of WAV for ISO 8859-1, as the oldest players do.
    const text = (tag = "") =>
      format === "wav" ? new TextDecoder().decode(Uint8Array.from(tag, (letter) => letter.charCodeAt(0))) : tag;
    expect([tags.title, tags.artist, tags.album].map(text)).toEqual([TAGS.title, TAGS.artist, TAGS.album]);
    expect(tags.date?.toISOString().slice(0, 10)).toBe(TAGS.date);
  });

  it("is cancelled in the middle: nothing comes of it, and its worker is gone", async () => {
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    const address = vi.spyOn(URL, "createObjectURL");
    const cancel = new AbortController();
    const made = saveAudio({
      plan: plan(),
      format,
      tags: TAGS,
      onProgress: ({ fraction }) => fraction > 0 && cancel.abort(),
      signal: cancel.signal,
    });
    await expect(made).rejects.toMatchObject({ name: "AbortError" });
    await vi.waitFor(() => expect(terminate).toHaveBeenCalledOnce());
    expect(address).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

it("is a tenth as large in Opus", async () => {
  expect(await formatsHere()).toEqual(["opus", "wav"]);
  const { signal } = new AbortController();
  const size = async (format: "opus" | "wav") =>
    (await saveAudio({ plan: plan(), format, tags: TAGS, onProgress() {}, signal })).file.size;
  expect((await size("opus")) * 9).toBeLessThan(await size("wav"));
});

describe.each(["wav", "opus"] as const)("a large %s", (format) => {
  it("is written to the disk, the same as in memory, and gone from there when it is let go of", async () => {
    const { signal } = new AbortController();
    const opened = vi.spyOn(FileSystemFileHandle.prototype, "createWritable");
    const make = (large: number) => saveAudio({ plan: plan(), format, tags: TAGS, onProgress() {}, signal, large });
    const inMemory = await make(Infinity);
    expect(opened).not.toHaveBeenCalled();
    const onDisk = await make(0);
    expect(opened).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
    expect(onDisk.file.type).toBe(inMemory.file.type);
    const [one, other] = await Promise.all([decode(inMemory.file), decode(onDisk.file)]);
    expect(Math.abs(one.duration - other.duration)).toBeLessThan(0.1);
    onDisk.discard();
    await expect
      .poll(() =>
        onDisk.file.arrayBuffer().then(
          () => "there",
          () => "gone",
        ),
      )
      .toBe("gone");
  });
});

it("offers only WAV where the browser does not encode", async () => {
  vi.spyOn(AudioEncoder, "isConfigSupported").mockResolvedValue({ supported: false });
  expect(await formatsHere()).toEqual(["wav"]);
  vi.restoreAllMocks();
});

it("says beforehand how long it will be, by a quarter", async () => {
  const planned = plan();
  expect(Math.abs(planned.seconds / (await secondsOf(planned)) - 1)).toBeLessThan(0.25);
});
