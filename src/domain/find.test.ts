import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFinder, foldQuery, nearestMatch } from "./find.ts";
import { anyBlocks, anyText } from "./fixtures/arbitrary.ts";
import { fold } from "./fold.ts";
import { leavesOf } from "./text.ts";

const leaf = (text: string) => leavesOf({ blocks: [{ type: "paragraph", content: [{ text }] }] });

/** What is found of the words in the text, as it stands there. */
function found(text: string, query: string): string[] {
  return createFinder(leaf(text))
    .find(query)
    .map(({ start, end }) => text.slice(start, end));
}

describe("words are found", () => {
  it.each([
    ["in any case", "The TIDE, the tide", "tide", ["TIDE", "tide"]],
    ["with accents or without", "café, cafe\u0301, CAFE", "cafe", ["café", "cafe\u0301", "CAFE"]],
    ["by words with accents", "cafe", "Café", ["cafe"]],
    ["with vowel points or without", "שָׁלוֹם", "שלום", ["שָׁלוֹם"]],
    ["whichever alef was written", "أحمد", "احمد", ["أحمد"]],
    ["with the letters of Polish and Danish", "Łódź, Ærø", "lodz, aero", ["Łódź, Ærø"]],
    ["with sharp s", "Straße", "STRASSE", ["Straße"]],
    ["in Greek, final sigma or not", "Οδυσσεύς", "ΟΔΥΣΣΕΥΣ", ["Οδυσσεύς"]],
    ["by a straight apostrophe", "don’t and don't", "don't", ["don’t", "don't"]],
    ["by straight quotation marks", "„So“ «so»", '"so"', ["„So“", "«so»"]],
    ["by a plain hyphen", "well‑known – known", "well-known - known", ["well‑known – known"]],
    ["through soft hyphens", "ty\u00adpo\u00adgra\u00adphy", "typography", ["ty\u00adpo\u00adgra\u00adphy"]],
    ["across lines and runs of space", "one\ntwo \u00a0 three", "one two three", ["one\ntwo \u00a0 three"]],
    ["with space around the query", "one two", "  two ", ["two"]],
    ["in ligatures and full width", "ﬁnd Ｆｉｎｄ", "find", ["ﬁnd", "Ｆｉｎｄ"]],
    ["one beside the other", "aaaa", "aa", ["aa", "aa"]],
  ])("%s", (_, text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it.each([
    ["half of a character", "ﬁ", "f"],
    ["half of a Hangul syllable", "한", "하"],
    ["another letter of Hindi", "कि", "का"],
    ["another letter of Japanese", "が", "か"],
    ["nothing but space", "a b", "  "],
    ["nothing that is seen", "a\u00adb", "\u00ad"],
  ])("but not by %s", (_, text, query) => {
    expect(found(text, query)).toEqual([]);
  });

  it("across everything that is marked up in a block, and never across blocks", () => {
    const content = [{ text: "a " }, { text: "red", marks: [{ type: "strong" as const }] }, { text: " sky" }];
    const leaves = leavesOf({
      blocks: [
        { type: "paragraph", content },
        { type: "paragraph", content },
      ],
    });
    expect(createFinder(leaves).find("red sky")).toEqual([
      { block: 0, start: 2, end: 9 },
      { block: 1, start: 2, end: 9 },
    ]);
    expect(createFinder(leaves).find("sky a")).toEqual([]);
  });
});

it("looking begins at the place of reading, and else at the first", () => {
  const matches = [
    { block: 1, start: 0, end: 2 },
    { block: 3, start: 5, end: 7 },
  ];
  expect(nearestMatch(matches, { block: 0, offset: 0 })).toBe(0);
  expect(nearestMatch(matches, { block: 3, offset: 6 })).toBe(1);
  expect(nearestMatch(matches, { block: 3, offset: 7 })).toBe(0);
});

/** Text in which something can be found, and a query that is often part of it. */
const textAndQuery = anyText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    query: fc.oneof(
      anyText,
      fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max: 6 })).map(([at, length]) => text.slice(at, at + length)),
      fc.constantFrom("a", "The", "the ", "i.", "-", '"', "e", "ß"),
    ),
  }),
);

describe("for any text and any words", () => {
  it("what is found folds to what was looked for", () => {
    fc.assert(
      fc.property(textAndQuery, ({ text, query }) => {
        for (const match of found(text, query)) expect(foldQuery(match)).toBe(foldQuery(query));
      }),
    );
  });

  it("nothing is missed: each stretch that folds to the words touches one that is found", () => {
    fc.assert(
      fc.property(textAndQuery, ({ text: long, query }) => {
        const text = long.slice(0, 60);
        const wanted = foldQuery(query);
        fc.pre(wanted !== "");
        const spans = createFinder(leaf(text)).find(query);
        for (let start = 0; start < text.length; start++)
          for (let end = start + 1; end <= text.length; end++) {
            if (insideOfCharacter(text, start) || insideOfCharacter(text, end)) continue;
            if (fold(text.slice(start, end)).text !== wanted) continue;
            expect(spans.some((span) => span.start < end && start < span.end)).toBe(true);
          }
      }),
    );
  });

  it("places are in order, within their text, and never overlap", () => {
    fc.assert(
      fc.property(anyBlocks, fc.constantFrom("a", "i", " the", "1", "..."), (blocks, query) => {
        const leaves = leavesOf({ blocks });
        let before = { block: 0, end: 0 };
        for (const match of createFinder(leaves).find(query)) {
          expect(match.end).toBeGreaterThan(match.start);
          expect(match.end).toBeLessThanOrEqual(leaves[match.block]!.text.length);
          expect(match.block).toBeGreaterThanOrEqual(before.block);
          if (match.block === before.block) expect(match.start).toBeGreaterThanOrEqual(before.end);
          before = match;
        }
      }),
    );
  });

  it("folding remembers where everything was", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        expect(folded.starts).toHaveLength(folded.text.length);
        expect(folded.ends).toHaveLength(folded.text.length);
        folded.starts.forEach((start, i) => {
          expect(folded.ends[i]!).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(folded.starts[i - 1] ?? 0);
        });
      }),
    );
  });
});

/** Between the two halves of a character outside the basic plane. */
function insideOfCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}
