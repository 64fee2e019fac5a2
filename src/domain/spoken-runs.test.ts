import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "./article.ts";
import { anyBlocks, anyLang } from "./fixtures/arbitrary.ts";
import { leavesOf } from "./text.ts";
import { sourceSpan, type Utterance, utterancesOf } from "./utterances.ts";

const words = { image: String, imageWithoutDescription: "Image", code: () => "Code.", table: () => "Table." };

function say(content: (string | Inline)[], lang = "en"): Utterance[] {
  const inlines = content.map((part) => (typeof part === "string" ? { text: part } : part));
  const blocks: Block[] = [{ type: "paragraph", content: inlines }];
  return utterancesOf(leavesOf({ blocks }), lang, words);
}

const marked = (lang: string, text: string): Inline => ({ text, marks: [{ type: "language", lang }] });
const parts = (content: (string | Inline)[], lang?: string) => say(content, lang).map((said) => [said.lang, said.text]);

describe("a sentence with words in another language", () => {
  it("is said in parts, each in its own, with the marks around them", () => {
    expect(parts(["The “", marked("fr", "mise en page"), "” is French (", marked("de", "nicht so gut"), ")."])).toEqual(
      [
        ["en", "The"],
        ["fr", "“mise en page”"],
        ["en", "is French"],
        ["de", "(nicht so gut)."],
      ],
    );
  });

  it("goes on from part to part, and is still one sentence in one block", () => {
    const [first, second, third, next] = say(["Say “", marked("fr", "mise en page"), "” aloud. Then rest."]);
    expect([first, second, third, next].map((part) => part?.startsBlock)).toEqual([true, false, false, false]);
    expect([first, second, third, next].map((part) => part?.continues)).toEqual([undefined, true, true, undefined]);
    for (const part of [first, second, third]) expect(part!.sentence).toEqual({ start: 0, end: 25 });
    expect(next!.sentence).toBeUndefined();
  });

  it("paints each word where it stands, soft hyphens and all", () => {
    const [, korean] = say(["In ", "서\u00ad울", " it rained."]);
    expect(korean!.text).toBe("서울");
    expect(sourceSpan(korean!, { start: 1, end: 2 })).toEqual({ start: 5, end: 6 });
  });

  it.each([
    ["かんじ", "ja"],
    ["漢字かな", "ja"],
    ["平壤", "zh"],
    ["평양", "ko"],
    ["אריאל", "he"],
    ["ภาษาไทย", "th"],
    ["Αθήνα", "el"],
    ["हिन्दी", "hi"],
    ["العربية", "ar"],
    ["گفتگو", "fa"],
    ["Москва", "ru"],
    ["Київ", "uk"],
    ["Ђорђе", "sr"],
  ])("%s is %s by its letters", (name, lang) => {
    expect(parts([`They write ${name} so.`])).toEqual([
      ["en", "They write"],
      [lang, name],
      ["en", "so."],
    ]);
  });

  it("takes the mark where the letters can be of several languages", () => {
    expect(parts(["They write ", marked("bg", "София"), " so."])[1]).toEqual(["bg", "София"]);
    expect(parts(["They write ", marked("ja", "東京"), " so."])[1]).toEqual(["ja", "東京"]);
  });

  it("has Chinese characters for Japanese where kana stand near", () => {
    expect(parts(["Not かな but 漢字 it is."])).toContainEqual(["ja", "漢字"]);
  });

  it("keeps digits within a language, and says others with the sentence", () => {
    expect(parts(["The sign العدد 25 قبل is at 30."])).toEqual([
      ["en", "The sign"],
      ["ar", "العدد 25 قبل"],
      ["en", "is at 30."],
    ]);
    expect(parts(["The sign ", marked("ar", "العدد 25 قبل 30"), " hangs."])[1]).toEqual(["ar", "العدد 25 قبل 30"]);
    expect(parts(["On 평양, 25 more."])).toEqual([
      ["en", "On"],
      ["ko", "평양,"],
      ["en", "25 more."],
    ]);
  });
});

describe("what the sentence’s own voice says all the same", () => {
  it.each<[string, (string | Inline)[], string?]>([
    [
      "one or two words in the same letters",
      ["A ", marked("de", "Satzspiegel"), " and ", marked("fr", "bon mot"), "."],
    ],
    ["a transcription", ["It is ", marked("ja", "mono no aware desu"), " to them."]],
    ["single Greek letters", ["The α-particle and Δx, β, γ."]],
    ["another region’s spelling", ["They say ", marked("en-US", "the color gray here"), " there."]],
    ["marks of no language", ["They say ", marked("und", "lorem ipsum dolor sit"), " there."]],
    ["the letters of the language itself", ["これは漢字とカタカナです。"], "ja"],
    ["Persian in its letters", ["این متن فارسی است."], "fa"],
    ["Serbian in either of its alphabets", ["Ово је Београд, a to je Novi Sad."], "sr"],
    ["Latin letters in Japanese", ["これはiPhoneです。"], "ja"],
  ])("%s", (_, content, lang) => expect(say(content, lang)).toHaveLength(1));
});

it("takes a whole paragraph in another script for its language", () => {
  expect(parts(["これは日本語です。次の文です。"])).toEqual([
    ["ja", "これは日本語です。"],
    ["ja", "次の文です。"],
  ]);
});

const MAY_BE_LEFT_OUT = /note-reference|superscript/;

it("parts the sentences of any blocks so that nothing is lost, and each goes on where the one before ended", () => {
  fc.assert(
    fc.property(anyBlocks, anyLang, (blocks, lang) => {
      const leaves = leavesOf({ blocks });
      const said = utterancesOf(leaves, lang, words);
      said.forEach((part, index) => {
        const { sentence, span, continues, block } = part;
        if (!sentence) return expect(continues).toBeUndefined();
        expect(span.start).toBeGreaterThanOrEqual(sentence.start);
        expect(span.end).toBeLessThanOrEqual(sentence.end);
        if (!continues) return;
        const before = said[index - 1]!;
        expect(before).toMatchObject({ block, sentence });
        // Marks of notes and what a reading stands over are left out of what is said.
        const plain = leaves[block]!.content.every(
          (inline) =>
            "text" in inline && !inline.reading && !inline.marks?.some(({ type }) => MAY_BE_LEFT_OUT.test(type)),
        );
        if (!plain) return;
        expect(before.lang).not.toBe(part.lang);
        expect(leaves[block]!.text.slice(before.span.end, span.start)).not.toMatch(/\p{L}/u);
      });
    }),
  );
});
