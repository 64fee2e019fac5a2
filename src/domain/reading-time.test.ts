import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "./article.ts";
import { anyBlocks, anyLang } from "./fixtures/arbitrary.ts";
import { countWords, minutesLeft, readingMinutes } from "./reading-time.ts";
import { leavesOf } from "./text.ts";

function paragraph(text: string): Block {
  return { type: "paragraph", content: [{ text }] };
}

describe("the length of a text", () => {
  const count = (lang: string, ...blocks: Block[]) => countWords(leavesOf({ blocks }), lang);

  it("counts words, not punctuation", () => {
    expect(count("en", paragraph("It’s 3.5 km — a well-known way."), paragraph("Go!"))).toBe(8);
    expect(count("ar", paragraph("القراءة عادة، أليس كذلك؟"))).toBe(4);
    expect(count("th", paragraph("ภาษาไทย"))).toBeGreaterThan(1);
  });

  it("counts characters in Chinese and Japanese, and foreign words there as one", () => {
    expect(count("zh-Hant", paragraph("今天天氣很好，我們用 iPhone 11。"))).toBe(11);
    expect(count("ja", paragraph("カタカナを読む。"))).toBe(7);
  });

  it("leaves notes out", () => {
    expect(
      count("en", paragraph("One two."), { type: "note", id: "n", label: "1", content: [paragraph("Three.")] }),
    ).toBe(2);
  });

  it("is a number for any body", () => {
    fc.assert(
      fc.property(anyBlocks, anyLang, (blocks, lang) => {
        expect(count(lang, ...blocks)).toBeGreaterThanOrEqual(0);
        // Notes add nothing.
        expect(count(lang, ...blocks, { type: "note", id: "n", label: "1", content: blocks })).toBe(
          count(lang, ...blocks),
        );
      }),
    );
  });
});

describe("minutes", () => {
  it.each([
    ["en", 2280, 10],
    ["en-GB", 2280, 10],
    ["de", 1790, 10],
    ["ja", 3570, 10],
    ["zh-Hans", 2550, 10],
    ["unheard of", 1840, 10],
    ["en", 0, 1],
    ["en", 340, 1],
    ["en", 345, 2],
  ])("%s: %i take %i", (lang, words, minutes) => expect(readingMinutes({ words }, lang)).toBe(minutes));

  it("are never none before the end, and none at it", () => {
    expect(minutesLeft(10, 0)).toBe(10);
    expect(minutesLeft(10, 0.5)).toBe(5);
    expect(minutesLeft(10, 0.999)).toBe(1);
    expect(minutesLeft(10, 1)).toBe(0);
  });

  it("grow fewer as reading goes on, whatever was measured", () => {
    const read = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), read, read, (minutes, a, b) => {
        expect(minutesLeft(minutes, Math.max(a, b))).toBeLessThanOrEqual(minutesLeft(minutes, Math.min(a, b)));
        expect(minutesLeft(minutes, a)).toBeLessThanOrEqual(minutes);
      }),
    );
  });
});
