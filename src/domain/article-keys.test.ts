import { describe, expect, it } from "vitest";
import {
  ARTICLE_ACTIONS,
  articleActionOf,
  LETTERS_BESIDE_ORCA,
  letterOf,
  USUAL_LETTERS,
  withLetter,
} from "./article-keys.ts";
import { resolveSettings } from "./settings.ts";

function press(key: string, code: string, held = { altKey: true, shiftKey: true }) {
  return { key, code, ...held };
}

describe("the letters of the keys in an article", () => {
  it.each([USUAL_LETTERS, LETTERS_BESIDE_ORCA])("%s: one for each action", (letters) => {
    expect(new Set(letters).size).toBe(ARTICLE_ACTIONS.length);
    expect(resolveSettings({ articleKeys: letters }).articleKeys).toBe(letters);
  });

  it("beside Orca have none that it has a list for", () =>
    expect(LETTERS_BESIDE_ORCA).not.toMatch(/[abcefghiklmopqrtuvx]/));

  it.each([undefined, 7, "cfwklp", "cfwklpp", "cfwklpsc", "CFWKLPS", "cfwklp1"])("%s is nothing to go by", (stored) =>
    expect(resolveSettings({ articleKeys: stored as string }).articleKeys).toBe(""),
  );

  it("change one by one", () => expect(withLetter(USUAL_LETTERS, "find", "y")).toBe("cywklps"));
});

describe("what a key asks for", () => {
  it.each([
    ["F", "KeyF"],
    ["Ï", "KeyF"],
    ["А", "KeyF"],
    ["f", "KeyU"],
  ])("%s at %s finds", (key, code) => expect(articleActionOf(press(key, code), undefined)).toBe("find"));

  it("is what the reader's own letters say, and then nothing else", () => {
    expect(articleActionOf(press("Y", "KeyY"), LETTERS_BESIDE_ORCA)).toBe("find");
    expect(articleActionOf(press("F", "KeyF"), LETTERS_BESIDE_ORCA)).toBeUndefined();
    expect(articleActionOf(press("F", "KeyF"), "")).toBe("find");
  });

  it.each([
    ["Tab", "Tab"],
    ["F1", "F1"],
    ["Shift", "ShiftLeft"],
    ["5", "Digit5"],
    ["Home", "Home"],
    ["Help", "Help"],
  ])("%s: nothing, for it has no letter", (key, code) => {
    expect(letterOf({ key, code })).toBe("");
    expect(articleActionOf(press(key, code), undefined)).toBeUndefined();
  });

  it.each([
    { altKey: true, shiftKey: false },
    { altKey: false, shiftKey: true },
  ])("%o: nothing", (held) => expect(articleActionOf(press("f", "KeyF", held), undefined)).toBeUndefined());
});
