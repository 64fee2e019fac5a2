import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findOnTape, layTape, type Take, timeOf, wavOf, wordAtTime } from "./tape.ts";

const RATE = 1000;
const voice = { key: "a" };

/** A sentence of one-letter-a-millisecond words, each sample the number given. */
function take(text: string, pause = 0, value = 1): Take {
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    at: index,
  }));
  const pcm = new Blob([new Int16Array(text.length).fill(value)]);
  return { said: { text, lang: "en", voice }, pause, rendering: { pcm, samples: text.length, words } };
}

const TAPE = layTape([take("One two."), take("Three four five.", 20), take("Six.", 50)], RATE);

it("lays sentences one after the other, each behind its pause", () => {
  expect(TAPE.takes.map(({ start, end }) => [start, end].map((s) => Math.round(s * RATE)))).toEqual([
    [0, 8],
    [28, 44],
    [94, 98],
  ]);
  expect(TAPE.seconds).toBeCloseTo(0.098);
});

it("is a WAV file with silence in the pauses", async () => {
  const bytes = await wavOf(layTape([take("ab", 0, 7), take("cd", 3, 9)], RATE)).arrayBuffer();
  const text = (at: number) => String.fromCharCode(...new Uint8Array(bytes, at, 4));
  expect([text(0), text(8), text(12), text(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
  const view = new DataView(bytes);
  expect(view.getUint32(4, true)).toBe(bytes.byteLength - 8);
  expect(view.getUint32(24, true)).toBe(RATE);
  expect(view.getUint32(40, true)).toBe(bytes.byteLength - 44);
  expect([...new Int16Array(bytes, 44)]).toEqual([7, 7, 0, 0, 0, 9, 9]);
});

it("is as long as its samples, whatever the pauses", () => {
  const takes = fc.array(fc.tuple(fc.string(), fc.double({ min: 0, max: 900, noNaN: true })));
  fc.assert(
    fc.property(takes, (given) => {
      const tape = layTape(
        given.map(([text, pause]) => take(text, pause)),
        22_050,
      );
      expect(wavOf(tape).size).toBe(44 + 2 * Math.round(tape.seconds * 22_050));
      let end = 0;
      for (const laid of tape.takes) {
        expect(laid.start).toBeGreaterThanOrEqual(end);
        end = laid.end;
      }
    }),
  );
});

describe("looking for a sentence", () => {
  const find = (text: string, near = 0, more = {}) => findOnTape(TAPE, { text, lang: "en", voice, ...more }, near);

  it("finds it whole, and from a word on", () => {
    expect(find("Three four five.")).toEqual({ index: 1, offset: 0 });
    expect(find("four five.")).toEqual({ index: 1, offset: 6 });
    expect(timeOf(TAPE.takes[1]!, 6)).toBeCloseTo(0.034);
  });

  it("does not find it from the middle of a word on, nor by another voice", () => {
    expect(find("our five.")).toBeUndefined();
    expect(find("Six.", 0, { voice: { key: "b" } })).toBeUndefined();
  });

  it("finds the nearest of equal ones", () => {
    const twice = layTape([take("No."), take("Yes."), take("No.")], RATE);
    expect(findOnTape(twice, { text: "No.", lang: "en", voice }, 2)).toEqual({ index: 2, offset: 0 });
  });
});

it("knows the word of each moment", () => {
  const second = TAPE.takes[1]!;
  const wordAt = (ms: number) => wordAtTime(second, ms / RATE);
  expect([27, 28, 33, 34.5, 39.5, 500].map(wordAt)).toEqual([-1, 0, 0, 1, 2, 2]);
});
