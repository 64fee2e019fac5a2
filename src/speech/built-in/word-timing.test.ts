import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceOf, timeWords, type WordEvent, wordsOf } from "./word-timing.ts";

const said = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

/** The words with their times, for events given by what stands at their place in the source. */
function timed(text: string, events: readonly (readonly [at: string, ms: number])[], duration = 10_000) {
  const source = sourceOf(text);
  const codePoints = [...source.text];
  let from = 0;
  const placed = events.map(([at, ms]): WordEvent => {
    const index = codePoints.findIndex((_, i) => i >= from && codePoints.slice(i).join("").startsWith(at));
    from = index;
    return { position: index + 1, at: ms };
  });
  return timeWords(wordsOf(text, "en"), placed, source, duration).map((word) => [said(text, word), word.at]);
}

describe("the place of a word that espeak-ng tells of", () => {
  it("is counted from one", () => {
    expect(
      timed("One two.", [
        ["One", 0],
        ["two", 300],
      ]),
    ).toEqual([
      ["One", 0],
      ["two", 300],
    ]);
  });

  it("is counted in code points, and ours in UTF-16 units", () => {
    expect(timed("😀😀 users", [["users", 500]])).toEqual([["users", 500]]);
  });

  it("is counted in the source, in which & and < are longer", () => {
    const text = "AT&T < B & C";
    expect(sourceOf(text).text).toBe("AT&amp;T &lt; B &amp; C");
    const words = timed(text, [
      ["AT", 0],
      ["T &lt;", 400],
      ["B", 800],
      ["C", 1600],
    ]);
    expect(words).toEqual([
      ["AT", 0],
      ["T", 400],
      ["B", 800],
      ["C", 1600],
    ]);
  });

  it("is the word's in which it lies, however far inside; more of the same number are ignored", () => {
    const words = timed("Paid $3.50 for it", [
      ["Paid", 0],
      ["$3", 200],
      ["50", 500],
      ["0 for", 700],
      ["for", 1100],
      ["it", 1300],
    ]);
    expect(words).toEqual([
      ["Paid", 0],
      ["3.50", 200],
      ["for", 1100],
      ["it", 1300],
    ]);
  });
});

it("gives words that espeak-ng tells nothing of their share of the time, by length", () => {
  const words = timed(
    "Some of the others",
    [
      ["Some", 0],
      ["of", 400],
      ["others", 900],
    ],
    1500,
  );
  expect(words).toEqual([
    ["Some", 0],
    ["of", 400],
    ["the", 600],
    ["others", 900],
  ]);
});

it("keeps phonemes and markup from being taken for such", () => {
  expect(sourceOf("[[h@l'oU]] <b>").text).toBe("((h@l'oU)) &lt;b>");
});

describe("whatever espeak-ng tells", () => {
  const event = fc.record({ position: fc.integer({ min: -2, max: 90 }), at: fc.integer({ min: -50, max: 6000 }) });

  it("words stay in order, in the text and in time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.array(event), (text, events) => {
        const duration = 5000;
        const words = timeWords(wordsOf(text, "en"), events, sourceOf(text), duration);
        let [end, at] = [0, 0];
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.at).toBeGreaterThanOrEqual(at);
          expect(word.at).toBeLessThanOrEqual(duration);
          [end, at] = [word.end, word.at];
        }
      }),
    );
  });

  it("every code point of the source has a place in the text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const { text: source, origins } = sourceOf(text);
        expect(origins).toHaveLength([...source].length + 1);
        expect(origins.at(-1)).toBe(text.length);
        for (const [index, origin] of origins.entries()) expect(origin).toBeGreaterThanOrEqual(origins[index - 1] ?? 0);
      }),
    );
  });
});
