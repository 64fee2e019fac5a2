import { afterEach, expect, it, vi } from "vitest";
import type { SpeechEvent } from "../engine.ts";
import { FakeClock } from "../fake-clock.ts";
import { createBuiltInEngine } from "./built-in-engine.ts";
import type { Rendering } from "./tape.ts";

const RENDERED: Rendering = { pcm: new Blob([new Int16Array(4)]), samples: 4, words: [] };

/** What is told of a sentence, with a FAKE of the synthesiser and an element that cannot be heard. */
async function told(render: () => Promise<Rendering>): Promise<SpeechEvent> {
  const element = { addEventListener() {}, pause() {}, play: () => new Promise(() => {}) };
  const engine = createBuiltInEngine({
    voices: [{ lang: "en-GB", voice: "gmw/en", dictionary: "en" }],
    synthesiser: { sampleRate: 22_050, render, release() {} },
    audio: () => element as unknown as HTMLAudioElement,
    clock: new FakeClock(),
  });
  const [voice] = engine.voicesNow();
  return new Promise((resolve) => engine.speak({ text: "Hello.", lang: "en", voice: voice!, rate: 1 }, resolve));
}

afterEach(() => vi.restoreAllMocks());

it("tells that memory is short while a sentence is made, or laid onto the tape, from what else can fail", async () => {
  const short = new RangeError("Array buffer allocation failed");
  const failure = { type: "failure", reason: "out-of-memory" };
  expect(await told(() => Promise.reject(short))).toEqual(failure);
  expect(await told(() => Promise.reject(new TypeError("No.")))).toEqual({ type: "failure", reason: "failed" });
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => {
    throw short;
  });
  expect(await told(() => Promise.resolve(RENDERED))).toEqual(failure);
});
