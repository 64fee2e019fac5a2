import { describe, expect, it } from "vitest";
import { canonicalLanguage, directionOf } from "./language-tag.ts";

describe("the language of an article", () => {
  it.each([
    ["en-gb", "en-GB"],
    ["sr-latn", "sr-Latn"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["english", undefined],
    ["qzz", undefined],
    ["e", undefined],
    ["", undefined],
  ])("is written in one way, if there is such a language: %s", (written, canonical) => {
    expect(canonicalLanguage(written)).toBe(canonical);
  });

  it("says which way it is written", () => {
    expect(["ar", "he", "ur", "az-Arab", "en", "ja", "sr-Latn"].map(directionOf)).toEqual([
      "rtl",
      "rtl",
      "rtl",
      "rtl",
      "ltr",
      "ltr",
      "ltr",
    ]);
  });
});
