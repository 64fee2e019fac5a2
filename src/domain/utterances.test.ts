import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "./article.ts";
import { anyBlocks, anyLang } from "./fixtures/arbitrary.ts";
import type { Span } from "./position.ts";
import { leavesOf } from "./text.ts";
import { sourceSpan, type SpokenWords, type Utterance, utteranceAt, utterancesOf } from "./utterances.ts";

const words: SpokenWords = {
  image: (alt) => `Image: ${alt}`,
  imageWithoutDescription: "Image without a description",
  code: (lines) => `Code of ${lines} lines.`,
  table: (rows, columns) => `Table of ${rows} rows and ${columns} columns.`,
};

function say(blocks: Block[], lang = "en"): Utterance[] {
  return utterancesOf(leavesOf({ blocks }), lang, words);
}

function paragraph(...content: (string | Inline)[]): Block {
  return { type: "paragraph", content: content.map((part) => (typeof part === "string" ? { text: part } : part)) };
}

function texts(blocks: Block[], lang?: string): string[] {
  return say(blocks, lang).map(({ text }) => text);
}

describe("what is said", () => {
  it("is one utterance a sentence, in order, the first of a block marked", () => {
    const said = say([paragraph("Dr. Lind left. No one saw him."), paragraph("It rained.")]);
    expect(said.map(({ text, block, startsBlock }) => ({ text, block, startsBlock }))).toEqual([
      { text: "Dr. Lind left.", block: 0, startsBlock: true },
      { text: "No one saw him.", block: 0, startsBlock: false },
      { text: "It rained.", block: 1, startsBlock: true },
    ]);
    expect(said[1]).toMatchObject({ span: { start: 15, end: 30 }, lang: "en", edits: [] });
  });

  it("brings the voice down at the end of a heading, and only where nothing else does", () => {
    const heading: Block = { type: "heading", level: 2, content: [{ text: "What we know" }] };
    expect(texts([heading, paragraph("Is it so?"), paragraph("“Yes”"), paragraph("As follows:")])).toEqual([
      "What we know.",
      "Is it so?",
      "“Yes”.",
      "As follows:",
    ]);
    expect(say([heading])[0]!.edits).toEqual([{ spoken: { start: 12, end: 13 }, source: { start: 12, end: 12 } }]);
    expect(texts([paragraph("東京の歴史")], "ja")).toEqual(["東京の歴史。"]);
  });

  it("leaves out notes, references to them, code and rules", () => {
    const blocks: Block[] = [
      paragraph(
        "It fell",
        { text: "1", marks: [{ type: "superscript" }, { type: "note-reference", note: "n1" }] },
        " sharply.",
        { text: "[2]", marks: [{ type: "superscript" }] },
        " It rose",
        { text: "3", marks: [{ type: "link", href: "#n3" }, { type: "superscript" }] },
      ),
      { type: "preformatted", text: "let x = 1;" },
      { type: "rule" },
      { type: "note", id: "n1", label: "1", content: [paragraph("By 3 %.")] },
    ];
    expect(texts(blocks)).toEqual(["It fell sharply.", "It rose."]);
  });

  it("keeps superscripts that are part of what is said", () => {
    const up = (text: string): Inline => ({ text, marks: [{ type: "superscript" }] });
    expect(texts([paragraph("The 2", up("nd"), " room has 20 m", up("2"), ".")])).toEqual(["The 2nd room has 20 m2."]);
  });

  it("says a formula in the author's words, without calling it a picture", () => {
    const formula = { math: [{ element: "mi", text: "c" } as const], alt: " c  squared " };
    expect(texts([{ type: "math", ...formula }, paragraph("Energy is m", formula, "!")])).toEqual([
      "c squared.",
      "Energy is m c squared!",
    ]);
  });

  it("says a reading in kana instead of what it stands over, and none that is there for the eye", () => {
    const ruby = (text: string, reading: string): Inline => ({ text, reading });
    expect(texts([paragraph("その", ruby("漢字", "かんじ"), "は。")], "ja")).toEqual(["そのかんじは。"]);
    expect(texts([paragraph(ruby("北京", "Běijīng"), "。")], "zh")).toEqual(["北京。"]);
  });

  it("names pictures, and passes decorative ones over", () => {
    const picture = (alt?: string) => ({ image: { src: "a.png", ...(alt !== undefined && { alt }) } });
    const figure = (alt?: string): Block => ({ type: "figure", ...picture(alt) });
    expect(texts([figure("a map"), figure(""), figure()])).toEqual(["Image: a map.", "Image without a description."]);
    expect(texts([paragraph("I ", picture("love"), " it", picture(""), ".")])).toEqual(["I Image: love it."]);
    expect(texts([paragraph("a", picture("b"), "c")])).toEqual(["a Image: b c."]);
    const note: Inline = { text: "1", marks: [{ type: "note-reference", note: "n" }] };
    expect(texts([paragraph(picture("b"), note, "c"), paragraph(picture("b"), note)])).toEqual([
      "Image: b c.",
      "Image: b.",
    ]);
  });

  it("says a long description sentence by sentence, for the same picture", () => {
    const said = say([{ type: "figure", image: { src: "a.png", alt: "A chart. It goes up" } }]);
    expect(said.map(({ text, span, startsBlock }) => [text, span, startsBlock])).toEqual([
      ["Image: A chart.", { start: 0, end: 1 }, true],
      ["It goes up.", { start: 0, end: 1 }, false],
    ]);
    expect(sourceSpan(said[1]!, { start: 3, end: 7 })).toEqual({ start: 0, end: 1 });
  });

  it("drops what is not seen, and says one space for any white space", () => {
    expect(texts([paragraph("Soft\u00adly,\u00a0no\u200b\u200bw\n \u2060and\tthen.")])).toEqual([
      "Softly, now and then.",
    ]);
    // Zero-width joiners shape letters and emoji.
    expect(texts([paragraph("می\u200cخواهم")], "fa")).toEqual(["می\u200cخواهم."]);
  });

  it("passes over what has no letter or digit", () => {
    expect(texts([paragraph("* * *"), paragraph("—"), paragraph("Yes. … No.")])).toEqual(["Yes.", "… No."]);
  });

  it("takes the language of the block, or of the marks if they cover a whole sentence", () => {
    const german = (text: string): Inline => ({ text, marks: [{ type: "language", lang: "de" }] });
    const said = say([
      paragraph("He read ", german("Die Zeit"), "."),
      paragraph("“", german("Guten Tag"), ",” ", german("sagte er"), ". He left."),
      { type: "quote", lang: "fr", content: [paragraph("Bonjour. ", german("Hallo!"))] },
    ]);
    expect(said.map(({ text, lang }) => [text, lang])).toEqual([
      ["He read Die Zeit.", "en"],
      ["“Guten Tag,” sagte er.", "de"],
      ["He left.", "en"],
      ["Bonjour.", "fr"],
      ["Hallo!", "de"],
    ]);
  });

  it("says long sentences in pieces, with a full stop only after the last", () => {
    const long = Array.from({ length: 40 }, (_, i) => `the ${i}th of many clauses`).join(", ");
    const said = say([paragraph(long)]);
    expect(said.length).toBeGreaterThan(2);
    expect(said.every(({ text }) => text.length <= 400)).toBe(true);
    expect(said.map(({ text }) => text.at(-1))).toEqual([...said.slice(1).map(() => ","), "."]);
    expect(said.map(({ text }) => text).join(" ")).toBe(`${long}.`);
    expect(said.map(({ startsBlock }) => startsBlock)).toEqual(said.map((_, i) => i === 0));
  });
});

describe("back to the text", () => {
  const picture = { image: { src: "a.png", alt: "cat" } };
  const [utterance] = say([
    paragraph("Su\u00adper, ", picture, " said", { text: "[1]", marks: [{ type: "superscript" }] }, " so"),
  ]);
  const leafText = "Su\u00adper, \ufffc said[1] so";
  const painted = (from: string) => {
    const start = utterance!.text.indexOf(from);
    const span = sourceSpan(utterance!, { start, end: start + from.length });
    return span && leafText.slice(span.start, span.end);
  };

  it("says what the other tests expect", () => expect(utterance!.text).toBe("Super, Image: cat said so."));

  it.each([
    ["Super", "Su\u00adper"],
    ["per", "per"],
    ["Image", "\ufffc"],
    ["cat", "\ufffc"],
    ["said", "said"],
    ["so.", "so"],
    [".", undefined],
    ["", undefined],
  ])("%j paints %j", (spoken, text) => expect(painted(spoken)).toBe(text));
});

describe("the utterance at a place", () => {
  const said = say([paragraph("One two. Three four."), { type: "preformatted", text: "code" }, paragraph("Five six.")]);

  it.each([
    [0, 0, 0],
    [0, 7, 0],
    [0, 8, 1],
    [0, 9, 1],
    [0, 19, 1],
    [0, 20, 2],
    [1, 2, 2],
    [2, 0, 2],
    [2, 9, 3],
    [7, 0, 3],
  ])("block %i offset %i: %i", (block, offset, index) => expect(utteranceAt(said, { block, offset })).toBe(index));
});

describe("of any blocks", () => {
  const anySaid = fc.record({ blocks: anyBlocks, lang: anyLang }).map(({ blocks, lang }) => {
    const leaves = leavesOf({ blocks });
    return { leaves, said: utterancesOf(leaves, lang, words) };
  });

  it("stays in its leaf, in order, and has something to say", () => {
    fc.assert(
      fc.property(anySaid, ({ leaves, said }) => {
        let before = { block: 0, end: 0 };
        for (const { block, span, text } of said) {
          const leaf = leaves[block]!;
          expect(leaf.inNote || leaf.kind === "preformatted").toBe(false);
          if (leaf.kind !== "image") expect(span.start).toBeGreaterThanOrEqual(block === before.block ? before.end : 0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(leaf.text.length);
          expect(block).toBeGreaterThanOrEqual(before.block);
          expect(text).toMatch(/[\p{L}\p{N}]/u);
          expect(text).toBe(text.trim());
          before = { block, end: span.end };
        }
      }),
    );
  });

  it("becomes the leaf's text again when its edits are undone", () => {
    fc.assert(
      fc.property(anySaid, ({ leaves, said }) => {
        for (const { block, span, text, edits } of said) {
          if (leaves[block]!.kind === "image") continue;
          let source = "";
          let at = 0;
          for (const edit of edits) {
            source += text.slice(at, edit.spoken.start) + leaves[block]!.text.slice(edit.source.start, edit.source.end);
            at = edit.spoken.end;
          }
          expect(source + text.slice(at)).toBe(leaves[block]!.text.slice(span.start, span.end));
        }
      }),
    );
  });

  it("paints only what is said: forwards, inside the sentence, replaced text whole", () => {
    fc.assert(
      fc.property(anySaid, ({ said }) => {
        for (const utterance of said) {
          const places = Array.from({ length: Math.min(utterance.text.length, 200) }, (_, at) => at);
          const painted = places.map((at) => sourceSpan(utterance, { start: at, end: at + 1 }));
          expect(painted).toEqual(places.map((at) => standsFor(utterance, at)));
        }
      }),
    );
  });

  it("paints stretches that grow and move as what is said does", () => {
    const anyStretch = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(anySaid, anyStretch, ({ said }, [start, length, later, longer]) => {
        for (const utterance of said) {
          const painted = sourceSpan(utterance, { start, end: start + length });
          const after = sourceSpan(utterance, { start: start + later, end: start + length + later + longer });
          if (!painted) continue;
          expect(painted.start).toBeGreaterThanOrEqual(utterance.span.start);
          expect(painted.end).toBeGreaterThan(painted.start);
          expect(painted.end).toBeLessThanOrEqual(utterance.span.end);
          if (!after) continue;
          expect(after.start).toBeGreaterThanOrEqual(painted.start);
          expect(after.end).toBeGreaterThanOrEqual(painted.end);
        }
      }),
    );
  });

  it("has every utterance at its own start", () => {
    fc.assert(
      fc.property(anySaid, ({ said }) => {
        for (const { block, span } of said)
          expect(said[utteranceAt(said, { block, offset: span.start })]).toMatchObject({ block, span });
      }),
    );
  });
});

/** What one character of an utterance stands for, found the slow way: by the edits as their description has them. */
function standsFor({ edits, span }: Utterance, at: number): Span | undefined {
  const edit = edits.find(({ spoken }) => spoken.start <= at && at < spoken.end);
  if (edit) return edit.source.end > edit.source.start ? edit.source : undefined;
  const before = edits.findLast(({ spoken }) => spoken.end <= at);
  const start = before ? before.source.end + at - before.spoken.end : span.start + at;
  return { start, end: start + 1 };
}
