import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestTime, shortPieces, tooQuick } from "./pace.ts";
import { platformText, wordAt } from "./spoken-text.ts";

const text = fc.string({ unit: fc.constantFrom(..."ab c,;.<&>?xml\n é字🙂9") });

describe("the text handed to a platform", () => {
  it("is as long as the text, so that offsets stay true", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("Anna", "Microsoft Ava Online (Natural)"), (written, name) => {
        expect(platformText(written, { name })).toHaveLength(written.length);
      }),
    );
  });

  it("has nothing that a parser takes for markup", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(platformText(written, { name: "Ava (Natural)" })).not.toMatch(/[<>&]/);
        expect(platformText(`${written}<?xml`, { name: "Anna" })).not.toMatch(/<\?xml|^\s*</i);
      }),
    );
  });
});

describe("the word at an index", () => {
  it("is the one that the voice gives, kept inside the text", () => {
    expect(wordAt("One two", 4, 3, "en")).toEqual({ start: 4, end: 7 });
    expect(wordAt("One two", 4, 30, "en")).toEqual({ start: 4, end: 7 });
  });

  it("ends where the language ends it", () => {
    expect(wordAt("Don't stop.", 0, 0, "en")).toEqual({ start: 0, end: 5 });
    expect(wordAt("我喜欢书", 1, undefined, "zh")).toEqual({ start: 1, end: 3 });
    expect(wordAt("One — two", 3, undefined, "")).toEqual({ start: 6, end: 9 });
  });

  it("is none outside the text and where no word follows", () => {
    for (const index of [-1, 7, 4_000_000_000, Number.NaN]) expect(wordAt("One two", index, 3, "en")).toBeUndefined();
    expect(wordAt("One …", 4, undefined, "en")).toBeUndefined();
  });

  it("lies in the text and not before the index, whatever is asked", () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: -2, max: 30 }),
        fc.option(fc.nat(9), { nil: undefined }),
        (written, index, length) => {
          const word = wordAt(written, index, length, "en");
          if (!word) return;
          expect(word.start).toBeGreaterThanOrEqual(index);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(written.length);
        },
      ),
    );
  });
});

describe("short pieces", () => {
  it("join up to the text, and each takes its time at most", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."abcde ,;字🙂9"), maxLength: 600 }),
        fc.constantFrom(0.5, 1, 2, 4),
        (written, rate) => {
          const pieces = shortPieces(written, rate);
          expect(pieces.map(({ start, end }) => written.slice(start, end)).join("")).toBe(written);
          for (const { start, end } of pieces) {
            expect(longestTime(written.slice(start, end), rate)).toBeLessThanOrEqual(5000 + 18_750);
            expect(() => encodeURIComponent(written.slice(start, end)), "whole characters").not.toThrow();
          }
        },
      ),
    );
  });

  it("are cut after punctuation rather than anywhere, and a short text not at all", () => {
    const clause = "a clause that is of a middling length and not more than that, ";
    expect(shortPieces(clause.repeat(4), 1).map(({ end }) => end % clause.length)).toEqual([0, 0]);
    expect(shortPieces("Short.", 1)).toEqual([{ start: 0, end: 6 }]);
    expect(shortPieces("", 1)).toEqual([{ start: 0, end: 0 }]);
  });
});

describe("limits of time", () => {
  it("leave a slow voice at half the pace time enough for any script and for digits", () => {
    const slowest = {
      "a plain sentence of some words": 0.12,
      "这是一个普通的句子，有几个词。": 0.5,
      "1234567890 1234567890": 0.8,
    };
    for (const [written, secondsALetter] of Object.entries(slowest))
      expect(longestTime(written, 0.5)).toBeGreaterThan(written.length * secondsALetter * 1000);
  });

  it("take no real speech for silence, at four times the pace either", () => {
    const sentence = "A sentence of more than thirty letters, said by espeak at four times its pace.";
    expect(tooQuick(sentence, (sentence.length / 60) * 1000)).toBe(false);
    expect(tooQuick(sentence, 50)).toBe(true);
    expect(tooQuick("Ah.", 0)).toBe(false);
  });
});
