import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "./fixtures/arbitrary.ts";
import { splitLong } from "./split-long.ts";

function pieces(text: string, limit: number): string[] {
  return splitLong(text, { start: 0, end: text.length }, limit).map(({ start, end }) => text.slice(start, end));
}

describe("a long stretch in pieces", () => {
  it("ends them at semicolons, else at commas, else at spaces", () => {
    expect(pieces("one two, three four; five six, seven", 30)).toEqual(["one two, three four; ", "five six, seven"]);
    expect(pieces("one two three, four five six seven", 25)).toEqual(["one two three, ", "four five six seven"]);
    expect(pieces("one two three four five six seven", 20)).toEqual(["one two three four ", "five six seven"]);
    expect(pieces("百聞は一見に如かず、千里の道も一歩から", 12)).toEqual([
      "百聞は一見に如かず、",
      "千里の道も一歩から",
    ]);
  });

  it("cuts a word that is too long, but not a character of several code points", () => {
    expect(pieces("supercalifragilistic", 8)).toEqual(["supercal", "ifragili", "stic"]);
    for (const piece of pieces("👩‍👩‍👧‍👦".repeat(5), 12)) expect(piece.replaceAll("👩‍👩‍👧‍👦", "")).toBe("");
  });

  it("makes them alike in length rather than leave a crumb", () => {
    const lengths = pieces("word ".repeat(83), 400).map(({ length }) => length);
    expect(lengths).toHaveLength(2);
    expect(Math.abs(lengths[0]! - lengths[1]!)).toBeLessThanOrEqual(5);
  });

  it("covers the span with pieces that touch and fit", () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.integer({ min: 1, max: 60 }), (text, from, limit) => {
        const span = { start: Math.min(from, text.length), end: text.length };
        const found = splitLong(text, span, limit);
        expect(found.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text.slice(span.start));
        for (const { start, end } of found) expect(end - start).toBeLessThanOrEqual(limit);
        for (const { start, end } of found.slice(1)) expect(end).toBeGreaterThan(start);
      }),
    );
  });
});
