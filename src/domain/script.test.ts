import { describe, expect, it } from "vitest";
import { canHyphenate, isUseful, scriptKindOf } from "./script.ts";

describe("the kind of script", () => {
  it.each([
    ["en-GB", "alphabetic"],
    ["el", "alphabetic"],
    ["vi", "alphabetic"],
    ["he", "hebrew"],
    ["ar", "arabic"],
    ["fa-IR", "arabic"],
    ["ur", "arabic"],
    ["az-Arab", "arabic"],
    ["ja", "cjk"],
    ["zh-TW", "cjk"],
    ["ko", "cjk"],
    ["hi", "indic"],
    ["sr-Latn", "alphabetic"],
    ["not a language", "alphabetic"],
  ] as const)("of %s is %s", (lang, kind) => {
    expect(scriptKindOf(lang)).toBe(kind);
  });
});

it("keeps joined letters together, and spaces no words where there are none", () => {
  expect(isUseful("letterSpacing", "arabic")).toBe(false);
  expect(isUseful("wordSpacing", "cjk")).toBe(false);
  expect(isUseful("size", "arabic")).toBe(true);
  expect(isUseful("letterSpacing", "alphabetic")).toBe(true);
});

it("knows that a region does not matter for dividing words", () => {
  expect(canHyphenate("de-AT")).toBe(true);
  expect(canHyphenate("ja")).toBe(false);
});

it("marks syllables only where a reader can use the marks", () => {
  for (const [lang, useful] of [
    ["en", true],
    ["ru", true],
    ["ar", false],
    ["ja", false],
    ["hi", false],
  ] as const)
    expect(isUseful("syllables", scriptKindOf(lang)), lang).toBe(useful);
});
