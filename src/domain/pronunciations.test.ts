import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPronunciation } from "./fixtures/any-spoken.ts";
import {
  formatPronunciations,
  isPronunciationList,
  MOST_PRONUNCIATIONS,
  parsePronunciations,
  type Pronunciation,
  withPronunciation,
} from "./pronunciations.ts";

const GIF: Pronunciation = { match: "GIF", say: "jif", wholeWord: true, matchCase: true };

describe("a file of the list", () => {
  it("holds what was put into it", () => {
    fc.assert(
      fc.property(fc.array(anyPronunciation, { minLength: 1, maxLength: 9 }), (list) => {
        const trimmed = list.map((entry) => ({ ...entry, match: entry.match.trim(), say: entry.say.trim() }));
        expect(parsePronunciations(formatPronunciations(list))).toEqual({ entries: trimmed });
      }),
    );
  });

  it("may be a plain list, written by hand", () => {
    expect(parsePronunciations('[{"match": " GIF ", "say": "jif", "note": "mine"}]')).toEqual({
      entries: [{ match: "GIF", say: "jif", wholeWord: true, matchCase: false }],
    });
  });

  it.each([
    ["not json", "not-json", undefined],
    ["", "not-json", undefined],
    ["{}", "not-a-list", undefined],
    ["[]", "not-a-list", undefined],
    ["null", "not-a-list", undefined],
    ['"text"', "not-a-list", undefined],
    ['[{"match": "a", "say": "b"}, {"match": "a"}]', "bad-entry", 2],
    ['[{"match": " ", "say": "b"}]', "bad-entry", 1],
    ['[{"match": "a", "say": "b", "lang": "no language"}]', "bad-entry", 1],
    ['[{"match": "a", "say": "b", "wholeWord": "yes"}]', "bad-entry", 1],
    [JSON.stringify([[]]), "bad-entry", 1],
    [JSON.stringify(Array.from({ length: MOST_PRONUNCIATIONS + 1 }, () => GIF)), "too-many", undefined],
  ] as const)("is told from what is none: %.60s", (text, problem, entry) => {
    expect(parsePronunciations(text)).toEqual(entry === undefined ? { problem } : { problem, entry });
  });

  it("never throws, and never yields what the settings would not keep", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = parsePronunciations(text);
        if ("entries" in read) expect(isPronunciationList(read.entries)).toBe(true);
        else expect(read.problem).toBeTypeOf("string");
      }),
    );
  });
});

it("has one entry for one text", () => {
  const other = { ...GIF, say: "gif" };
  expect(withPronunciation([GIF], other)).toEqual([other]);
  expect(withPronunciation([GIF], { ...other, lang: "de" })).toHaveLength(2);
  expect(withPronunciation([GIF], { ...other, matchCase: false })).toHaveLength(2);
  expect(withPronunciation([{ ...GIF, matchCase: false }], { ...other, match: "gif", matchCase: false })).toHaveLength(
    1,
  );
});
