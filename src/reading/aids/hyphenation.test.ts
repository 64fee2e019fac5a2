import { describe, expect, it } from "vitest";
import { loadSyllables, patternsFor } from "./hyphenation.ts";
import { languagesOf } from "./languages.ts";

/** The text with its divisions, as a reader would write them. */
async function divided(lang: string, text: string): Promise<string[]> {
  const syllables = await loadSyllables(lang);
  return syllables(text).map((word) => word.map(({ start, end }) => text.slice(start, end)).join("|"));
}

describe("patterns", () => {
  it.each([
    ["en-GB", "en-gb"],
    ["en-AU", "en-au"],
    ["en-US", "en"],
    ["de-AT", "de"],
    ["ar", undefined],
    ["english", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("of %j are those of %j", (lang, name) => expect(patternsFor(lang)).toBe(name));
});

describe("syllables", () => {
  it("are where the language divides words", async () => {
    expect(await divided("en", "A beautiful garden, “wonderful”!")).toEqual(["beau|ti|ful", "gar|den", "won|der|ful"]);
    expect(await divided("de", "Ein wunderschöner Garten")).toEqual(["wun|der|schö|ner", "Gar|ten"]);
  });

  it("keep their places whatever stands around them", async () => {
    const text = "sy\u00adlla\uE000bles 😀 garden\ngarden";
    const syllables = await loadSyllables("en");
    const last = syllables(text).at(-1)!;
    expect(last.map(({ start, end }) => text.slice(start, end))).toEqual(["gar", "den"]);
    expect(last.at(-1)!.end).toBe(text.length);
  });

  it("of a word of another language are those of that language", () => {
    const content = [
      { text: "Un " },
      { text: "garden", marks: [{ type: "language" as const, lang: "en" }] },
      { text: " x()", marks: [{ type: "code" as const }] },
      { text: " ou deux" },
    ];
    const leaf = { number: 0, kind: "paragraph" as const, text: "Un garden x() ou deux", content, inNote: false };
    expect(languagesOf(leaf, "fr")).toEqual([
      { lang: "fr", span: { start: 0, end: 3 } },
      { lang: "en", span: { start: 3, end: 9 } },
      { lang: "fr", span: { start: 13, end: 21 } },
    ]);
  });
});
