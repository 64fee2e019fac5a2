import { beforeEach, describe, expect, it, vi } from "vitest";
import { SynthesisError, type Synthesiser } from "../synthesiser.ts";
import type { AudioFile } from "./audio-file.ts";
import type { Passage } from "./plan.ts";
import { type RecordingError, type RecordingProgress, recordPassages } from "./record.ts";
import { memorySink } from "./sink.ts";
import { createWavFile } from "./wav-file.ts";

const RATE = 1000;
const english = (text: string, pause: number): Passage => ({
  text,
  lang: "en-GB",
  voice: { lang: "en-GB", voice: "gmw/en", dictionary: "en" },
  pause,
});
const FRENCH: Passage = {
  text: "Oui.",
  lang: "fr",
  voice: { lang: "fr-FR", voice: "roa/fr", dictionary: "fr" },
  pause: 400,
};
const PASSAGES = [english("One.", 0), english("Two and three.", 200), FRENCH];

let asked: string[];
let progress: RecordingProgress[];
let cancel: AbortController;
let discarded: number;
let released: number;
/** What a fake synthesiser does with a text; each letter is ten samples of ones where it does nothing of its own. */
let answer: (text: string) => Promise<void>;

/** A fake: the real one needs a worker. */
const synthesiser: Synthesiser = {
  sampleRate: RATE,
  async render(text) {
    asked.push(text);
    await answer(text);
    const samples = text.length * 10;
    return { pcm: new Blob([new Int16Array(samples).fill(1)]), samples, words: [] };
  },
  release: () => void released++,
};

const wav = (sampleRate: number) => createWavFile(sampleRate, { title: "Tides" }, memorySink);

function record(newFile: (sampleRate: number) => Promise<AudioFile> = wav, passages = PASSAGES) {
  return recordPassages({
    passages,
    synthesiser,
    async newFile(rate) {
      const file = await newFile(rate);
      return { ...file, discard: () => void (discarded++, file.discard()) };
    },
    onProgress: (next) => void progress.push(next),
    signal: cancel.signal,
  });
}

const refusal = (made: Promise<unknown>): Promise<RecordingError> =>
  made.then(
    () => expect.fail("It was made."),
    (error: RecordingError) => error,
  );

beforeEach(() => {
  asked = [];
  progress = [];
  cancel = new AbortController();
  discarded = released = 0;
  answer = async () => {};
});

describe("making a file", () => {
  it("puts in every sentence once, in order, with the silence before it", async () => {
    const { file, seconds } = await record();
    const samples = new Int16Array((await file.arrayBuffer()).slice(-2 * seconds * RATE));
    const stretches = [...samples].join("").match(/0+|1+/g)!;
    expect(stretches.map((stretch) => [stretch[0], stretch.length])).toEqual([
      ["1", 40],
      ["0", 200],
      ["1", 140],
      ["0", 400],
      ["1", 40],
    ]);
    expect(asked.toSorted()).toEqual(["One.", "Oui.", "Two and three."].toSorted());
    expect(discarded).toBe(0);
    await vi.waitFor(() => expect(released).toBe(1));
  });

  it("tells how far it is, and whose voice it gets ready", async () => {
    await record();
    expect(progress.slice(0, 2)).toEqual([
      { fraction: 0, preparing: "en-GB" },
      { fraction: 0, preparing: "fr" },
    ]);
    expect(progress.slice(2).map(({ fraction }) => Math.round(fraction * 100))).toEqual([18, 82, 100]);
  });

  it("knows that a voice is missing before it writes anything, and says which", async () => {
    answer = async (text) => {
      if (text === FRENCH.text) throw new SynthesisError("not-fetched");
    };
    const newFile = vi.fn(wav);
    const error = await refusal(record(newFile));
    expect([error.reason, error.lang]).toEqual(["not-fetched", "fr"]);
    expect(newFile).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(released).toBe(1));
  });

  it("leaves words in another language out whose voice cannot be had, and says which", async () => {
    answer = async (text) => {
      if (text === FRENCH.text) throw new SynthesisError("not-fetched");
    };
    const made = await record(undefined, [PASSAGES[0]!, { ...FRENCH, aside: true }, PASSAGES[1]!]);
    expect(made.leftOut).toEqual(["fr"]);
    expect(made.seconds * RATE).toBe(40 + 200 + 140);
    expect(progress.at(-1)).toEqual({ fraction: 1 });
  });

  it.each([
    ["failed", "voice"],
    ["silent", "voice"],
    ["out-of-memory", "out-of-memory"],
  ] as const)("ends with what there is thrown away where the voice is %s", async (reason, told) => {
    answer = async (text) => {
      if (text.startsWith("Two")) throw new SynthesisError(reason);
    };
    expect((await refusal(record())).reason).toBe(told);
    expect(discarded).toBe(1);
  });

  it.each([
    [new RangeError("Array buffer allocation failed"), "memory"],
    [new DOMException("", "QuotaExceededError"), "memory"],
    [new DOMException("", "NotReadableError"), "memory"],
    [new DOMException("", "EncodingError"), "encoder"],
  ])("tells lack of room from an encoder that fails: %s", async (cause, reason) => {
    const add = () => Promise.reject(cause);
    expect((await refusal(record(async (rate) => ({ ...(await wav(rate)), add })))).reason).toBe(reason);
    expect(discarded).toBe(1);
  });

  it("is cancelled at once, in the middle of a sentence, and leaves nothing", async () => {
    let finishSentence = () => {};
    answer = (text) =>
      text.startsWith("Two") ? new Promise((resolve) => (finishSentence = resolve)) : Promise.resolve();
    const made = refusal(record());
    await vi.waitFor(() => expect(asked).toContain("Two and three."));
    cancel.abort();
    expect((await made).name).toBe("AbortError");
    expect(discarded).toBe(1);
    expect(released, "a worker that is let go in the middle would be started anew").toBe(0);
    finishSentence();
    await vi.waitFor(() => expect(released).toBe(1));
    const before = asked.length;
    await Promise.resolve();
    expect(asked.length).toBe(before);
  });
});
