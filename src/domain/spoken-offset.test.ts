import fc from "fast-check";
import { expect, it } from "vitest";
import type { Block } from "./article.ts";
import { spokenOffset } from "./spoken-offset.ts";
import { leavesOf } from "./text.ts";
import { sourceSpan, type SpokenWords, utterancesOf } from "./utterances.ts";

const WORDS: SpokenWords = {
  image: (alt) => `Image: ${alt}`,
  imageWithoutDescription: "Image without a description",
  code: (lines) => `Code of ${lines} lines.`,
  table: (rows, columns) => `Table of ${rows} rows and ${columns} columns.`,
};

function sentencesOf(text: string, lang = "en") {
  const blocks: Block[] = [{ type: "paragraph", content: [{ text }] }];
  return utterancesOf(leavesOf({ blocks }), lang, WORDS);
}

it("is the start of the word that is said there", () => {
  const [, second] = sentencesOf("The sea breathes in. The  sea breathes out.");
  const at = (offset: number) => second!.text.slice(spokenOffset(second!, second!.span.start + offset));
  expect(at(5)).toBe("sea breathes out.");
  expect(at(7)).toBe("sea breathes out.");
  expect(at(9)).toBe("breathes out.");
});

it("is the beginning for what stands outside the sentence", () => {
  const [first, second] = sentencesOf("The sea breathes in. The sea breathes out.");
  expect(spokenOffset(second!, 3)).toBe(0);
  expect(spokenOffset(first!, first!.span.end)).toBe(0);
  expect(spokenOffset(second!, second!.span.start)).toBe(0);
});

it("is the sign itself where no spaces are written", () => {
  const [only] = sentencesOf("海は息をしている。", "ja");
  expect(only!.text.slice(spokenOffset(only!, 2))).toBe("息をしている。");
});

it("finds back every word that a voice reports", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("tide", "Dr.", "12", "a", "\u00a0", "(so)"), { minLength: 2 }), (words) => {
      for (const utterance of sentencesOf(words.join(" ")))
        for (const { index, 0: word } of utterance.text.matchAll(/\S+/g)) {
          const source = sourceSpan(utterance, { start: index, end: index + word.length });
          if (source) expect(spokenOffset(utterance, source.start)).toBe(index);
        }
    }),
  );
});
