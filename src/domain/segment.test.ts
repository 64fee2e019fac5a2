import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "./abbreviations/other-languages.ts";
import { anyLang, anyText } from "./fixtures/arbitrary.ts";
import { PARAGRAPHS } from "./fixtures/article-sentences.ts";
import { ENGLISH, OTHERS } from "./fixtures/golden-rules.ts";
import { sentenceAt, sentences, words } from "./segment.ts";

/** Cuts at "|", the way the fixtures are written. White space belongs to the sentence before. */
function expectSplit(marked: string, lang: string): void {
  const text = marked.replaceAll("|", "");
  expect(sentences(text, lang).map(({ start, end }) => text.slice(start, end))).toEqual(marked.split("|"));
}

function isSplitRight(marked: string, lang: string): boolean {
  const text = marked.replaceAll("|", "");
  return (
    sentences(text, lang)
      .map(({ start, end }) => text.slice(start, end))
      .join("|") === marked
  );
}

describe("the Golden Rules", () => {
  /** At most two, by decision. None at present. */
  const FAILING: readonly number[] = [];

  it("holds all but the named ones", () => {
    const failing = [...ENGLISH].filter(([, marked]) => !isSplitRight(marked, "en")).map(([rule]) => rule);
    expect(failing).toEqual(FAILING);
    expect(ENGLISH.size - failing.length).toBeGreaterThanOrEqual(38);
  });

  it.each([...ENGLISH].filter(([rule]) => !FAILING.includes(rule)))("English %i: %s", (_, marked) =>
    expectSplit(marked, "en"),
  );

  it.each(OTHERS)("%s: %s", (lang, marked) => expectSplit(marked, lang));
});

describe("article prose", () => {
  it.each(Object.entries(PARAGRAPHS).flatMap(([lang, paragraphs]) => paragraphs.map((text) => [lang, text] as const)))(
    "%s: %s",
    (lang, marked) => expectSplit(marked, lang),
  );
});

describe("sentences of any text", () => {
  it("touch, cover the text exactly, and are none but for an empty text", () => {
    fc.assert(
      fc.property(anyText, anyLang, (text, lang) => {
        const spans = sentences(text, lang);
        expect(spans.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBe(end);
          expect(span.end).toBeGreaterThan(span.start);
          ({ end } = span);
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("begin with what is written: white space belongs to the sentence before", () => {
    fc.assert(
      fc.property(anyText, anyLang, (text, lang) => {
        for (const { start, end } of sentences(text, lang).slice(1)) expect(text.slice(start, end)).toMatch(/^\S/);
      }),
    );
  });

  it("are found in passing time in a block as long as a book's chapter, whatever is in it", { timeout: 60_000 }, () => {
    for (const part of [
      "x",
      " ",
      ". ",
      "Mr. ",
      "U.S. ",
      '"([',
      "said.[1] ",
      "\n",
      "…",
      ".)",
      "ไทย ",
      "I came. I saw “it.” He, at 5 p.m. ",
    ]) {
      const text = part.repeat(20_000 / part.length);
      // Seconds where the time grows with the square of the length: then the test runs out of its own.
      expect(sentences(text, "en").at(-1)!.end).toBe(text.length);
    }
  });

  it("end at phrases in scripts that do not write where sentences end", () => {
    const thai = "การอ่านหนังสือเป็นสิ่งที่ดีมาก เพราะทำให้เราได้เรียนรู้สิ่งใหม่ ทุกวัน และทำให้จิตใจสงบ ผู้คนจำนวนมากจึงชอบอ่านหนังสือก่อนนอน";
    const found = sentences(thai, "th").map(({ start, end }) => thai.slice(start, end));
    expect(found.length).toBeGreaterThan(1);
    expect(found.slice(0, -1).every((phrase) => phrase.length >= 40 && phrase.endsWith(" "))).toBe(true);
  });
});

describe("words", () => {
  it("are stretches of the text in order, without punctuation and white space", () => {
    const text = "It's 3.5 km — isn't it?";
    expect(words(text, "en").map(({ start, end }) => text.slice(start, end))).toEqual([
      "It's",
      "3.5",
      "km",
      "isn't",
      "it",
    ]);
    fc.assert(
      fc.property(anyText, anyLang, (text, lang) => {
        let end = 0;
        for (const span of words(text, lang)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          ({ end } = span);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("the sentence at an offset", () => {
  it("is the one that holds it", () => {
    fc.assert(
      fc.property(anyText, fc.nat(200), (text, offset) => {
        const spans = sentences(text, "en");
        const index = sentenceAt(spans, offset);
        if (text === "") expect(index).toBe(-1);
        else if (offset >= text.length) expect(index).toBe(spans.length - 1);
        else expect(spans[index]!.start <= offset && offset < spans[index]!.end).toBe(true);
      }),
    );
  });

  it("is none before the first", () => expect(sentenceAt([{ start: 3, end: 5 }], 2)).toBe(-1));
});
