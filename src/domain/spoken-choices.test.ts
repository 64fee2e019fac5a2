import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline, TableCell } from "./article.ts";
import { ANY_CHOICES } from "./fixtures/any-spoken.ts";
import { anyBlocks, anyLang } from "./fixtures/arbitrary.ts";
import { leafPlaces } from "./leaf-places.ts";
import type { Pronunciation } from "./pronunciations.ts";
import { placeInTelling } from "./retelling.ts";
import { saidSpans } from "./said-spans.ts";
import { SPOKEN_DEFAULTS, type SpokenChoices } from "./spoken-settings.ts";
import { leavesOf } from "./text.ts";
import { sourceSpan, type SpokenWords, type Utterance, utteranceAt, utterancesOf } from "./utterances.ts";

const words: SpokenWords = {
  image: (alt) => `Image: ${alt}`,
  imageWithoutDescription: "Image without a description",
  code: (lines) => `Code of ${lines} lines.`,
  table: (rows, columns) => `Table of ${rows} rows and ${columns} columns.`,
};

function tell(blocks: Block[], choices: Partial<SpokenChoices> = {}, lang = "en"): Utterance[] {
  return utterancesOf(leavesOf({ blocks }), lang, words, { ...SPOKEN_DEFAULTS, ...choices }, leafPlaces({ blocks }));
}

const texts = (blocks: Block[], choices?: Partial<SpokenChoices>, lang?: string) =>
  tell(blocks, choices, lang).map(({ text }) => text);
const paragraph = (...content: (string | Inline)[]): Block => ({
  type: "paragraph",
  content: content.map((part) => (typeof part === "string" ? { text: part } : part)),
});
const cell = (text: string, rest: Partial<TableCell> = {}): TableCell => ({ content: [{ text }], ...rest });
const head = (text: string, rest: Partial<TableCell> = {}) => cell(text, { header: true, ...rest });
const entry = (match: string, say: string, rest: Partial<Pronunciation> = {}): Pronunciation => ({
  match,
  say,
  wholeWord: true,
  matchCase: false,
  ...rest,
});
/** What of the leaf is painted as the sentence and, letter by letter, as words. */
function painted(blocks: Block[], choices: Partial<SpokenChoices>): string[] {
  const leaves = leavesOf({ blocks });
  return tell(blocks, choices).flatMap((utterance) => {
    const { text } = leaves[utterance.block]!;
    return saidSpans(text, [utterance]).map(({ start, end }) => text.slice(start, end));
  });
}

describe("code", () => {
  const code: Block[] = [{ type: "preformatted", text: "let x = 1;\n\nx += 2;\n" }];

  it("is passed over, announced, or read line by line", () => {
    expect(texts(code)).toEqual([]);
    expect(texts(code, { readCode: "announce" })).toEqual(["Code of 3 lines."]);
    expect(texts(code, { readCode: "read" })).toEqual(["let x = 1;", "x += 2;"]);
  });

  it("is not painted when it is only announced, and keeps its place", () => {
    const [announced] = tell(code, { readCode: "announce" });
    expect(painted(code, { readCode: "announce" })).toEqual([]);
    expect(announced).toMatchObject({ announces: true, block: 0, span: { start: 0 } });
    expect(painted(code, { readCode: "read" })).toEqual(["let x = 1;", "x += 2;"]);
  });
});

describe("a table", () => {
  const tides: Block[] = [
    {
      type: "table",
      caption: [{ text: "Tides" }],
      rows: [
        [head("Port"), head("High water", { colSpan: 2 })],
        [head(""), head("Time"), head("Height")],
        [head("Dover"), cell("1:00"), cell("6 m")],
        [head("Leith"), cell("–"), cell("5 m")],
      ],
    },
  ];

  it("is read row by row, each value after the heads of its column", () => {
    const said = tell(tides);
    expect(said.map(({ text }) => text)).toEqual([
      "Tides.",
      "Port.",
      "High water.",
      "Time.",
      "Height.",
      "Dover.",
      "High water: Time: 1:00.",
      "High water: Height: 6 m.",
      "Leith.",
      "High water: Height: 5 m.",
    ]);
    expect(said.filter(({ startsBlock }) => startsBlock).map(({ text }) => text)).toEqual([
      "Tides.",
      "Port.",
      "Time.",
      "Dover.",
      "Leith.",
    ]);
  });

  it("paints the value and never the head that is said before it", () => {
    const dover = tell(tides).find(({ text }) => text.startsWith("High water: Height: 6"))!;
    expect(sourceSpan(dover, { start: 0, end: 10 })).toBeUndefined();
    expect(sourceSpan(dover, { start: dover.text.indexOf("6"), end: dover.text.indexOf("6") + 1 })).toEqual({
      start: 0,
      end: 1,
    });
    expect(painted(tides, {})).toContain("6 m");
  });

  it("is announced once, or passed over with its caption", () => {
    expect(texts(tides, { readTables: "announce" })).toEqual(["Tides.", "Table of 4 rows and 3 columns."]);
    expect(painted(tides, { readTables: "announce" })).toEqual(["Tides"]);
    expect(texts(tides, { readTables: "skip" })).toEqual([]);
    const corner: Block[] = [
      {
        type: "table",
        rows: [
          [head(""), head("High")],
          [head("Dover"), cell("6 m")],
        ],
      },
    ];
    expect(tell(corner, { readTables: "announce" })).toMatchObject([{ block: 1, span: { start: 0, end: 4 } }]);
  });
});

it("says descriptions and captions, or does not; where a quotation is from is no caption", () => {
  const blocks: Block[] = [
    { type: "figure", image: { src: "a.png", alt: "A cat." }, caption: [{ text: "Our cat" }] },
    { type: "quote", content: [paragraph("Purr.")], source: [{ text: "The cat" }] },
  ];
  expect(texts(blocks)).toEqual(["Image: A cat.", "Our cat.", "Purr.", "The cat."]);
  expect(texts(blocks, { readImages: false })).toEqual(["Our cat.", "Purr.", "The cat."]);
  expect(texts(blocks, { readCaptions: false })).toEqual(["Image: A cat.", "Purr.", "The cat."]);
});

it("says nothing of a picture that is a dot or a hairline, whatever it is called", () => {
  const image = (width: number, height: number) => ({ image: { src: "a.png", width, height } });
  const blocks: Block[] = [
    { type: "figure", image: { ...image(1, 1).image, alt: "Counter" } },
    paragraph("Purr ", image(300, 2), image(3, 3)),
  ];
  expect(texts(blocks)).toEqual(["Purr Image without a description."]);
});

it("says notes and what refers to them when asked to", () => {
  const blocks: Block[] = [
    {
      type: "paragraph",
      content: [{ text: "It fell" }, { text: "1", marks: [{ type: "note-reference", note: "n" }] }, { text: "." }],
    },
    { type: "note", id: "n", label: "1", content: [paragraph("By half.")] },
  ];
  expect(texts(blocks)).toEqual(["It fell."]);
  expect(texts(blocks, { readNoteMarks: true })).toEqual(["It fell [1]."]);
  expect(texts(blocks, { readNotes: true })).toEqual(["It fell.", "By half."]);
  expect(painted([paragraph("")], {})).toEqual([]);
});

it("leaves out numbers in brackets within the text with the other citation marks, and nothing that looks like them", () => {
  const blocks: Block[] = [
    paragraph("It fell, see [1]. It rose [2, 3] [4–6]."),
    paragraph("From [0, 1] in [2026], as he [Lind] said of ", { text: "row[1]", marks: [{ type: "code" }] }, "."),
  ];
  expect(texts(blocks)).toEqual(["It fell, see.", "It rose.", "From [0, 1] in [2026], as he [Lind] said of row[1]."]);
  expect(texts(blocks, { readNoteMarks: true })[0]).toBe("It fell, see [1].");
});

it("says a mark after the full stop as a mark, and not as a number of the sentence", () => {
  const mark: Inline = { text: "1", marks: [{ type: "superscript" }] };
  const blocks = [paragraph("She was a chemist.", mark), paragraph("He swam.", mark, " She dived.")];
  expect(texts(blocks, { readNoteMarks: true })).toEqual(["She was a chemist. [1]", "He swam. [1]", "She dived."]);
});

it("says the site of an address, all of it, or nothing", () => {
  const blocks = [paragraph("See https://www.example.org/a/b?c=d#e, or www.tides.uk. Done (http://x.org/y).")];
  expect(texts(blocks)).toEqual(["See example.org, or tides.uk.", "Done (x.org)."]);
  expect(texts(blocks, { readAddresses: "read" }).join(" ")).toContain("https://www.example.org/a/b?c=d#e");
  expect(texts(blocks, { readAddresses: "skip" }).join(" ")).not.toMatch(/example|tides|x\.org/);
});

it("does not paint what is left out in the middle of a sentence", () => {
  const blocks: Block[] = [
    {
      type: "paragraph",
      content: [{ text: "It fell" }, { text: "[1]", marks: [{ type: "superscript" }] }, { text: " and  rose." }],
    },
  ];
  expect(painted(blocks, {})).toEqual(["It fell", " and  rose."]);
  expect(painted(blocks, { readNoteMarks: true })).toEqual(["It fell[1] and  rose."]);
});

describe("say it like", () => {
  const say = (text: string, ...sayAs: Pronunciation[]) => texts([paragraph(text)], { sayAs });

  it("says a word as the list has it, and paints the word that stands there", () => {
    expect(say("Ask Nguyen. NGUYEN knows.", entry("nguyen", "win"))).toEqual(["Ask win.", "win knows."]);
    const [said] = tell([paragraph("Ask Nguyen now.")], { sayAs: [entry("nguyen", "oo in")] });
    expect(said!.text).toBe("Ask oo in now.");
    expect(sourceSpan(said!, { start: 7, end: 9 })).toEqual({ start: 4, end: 10 });
    expect(sourceSpan(said!, { start: 10, end: 13 })).toEqual({ start: 11, end: 14 });
  });

  it("minds case and word ends as it is told to", () => {
    expect(say("US, us", entry("US", "United States", { matchCase: true }))).toEqual(["United States, us."]);
    expect(say("cat catalogue", entry("cat", "dog"))).toEqual(["dog catalogue."]);
    expect(say("cat catalogue", entry("cat", "dog", { wholeWord: false }))).toEqual(["dog dogalogue."]);
    expect(say("naïve caté", entry("cat", "dog"))).toEqual(["naïve caté."]);
  });

  it("takes the longer of two, finds words across white space and soft hyphens, and signs as they are", () => {
    expect(say("St.\u00a0Mary", entry("St. Mary", "Saint Mary"), entry("St.", "Street"))).toEqual(["Saint Mary."]);
    expect(say("Lec\u00adtern", entry("lectern", "stand"))).toEqual(["stand."]);
    expect(say("C++ is fun", entry("C++", "see plus plus"))).toEqual(["see plus plus is fun."]);
    expect(say("don’t", entry("don't", "do not"))).toEqual(["do not."]);
  });

  it("keeps to its language, which a mark in the text may give", () => {
    const blocks: Block[] = [
      {
        type: "paragraph",
        content: [{ text: "Pain and " }, { text: "pain", marks: [{ type: "language", lang: "fr" }] }, { text: "." }],
      },
    ];
    expect(texts(blocks, { sayAs: [entry("pain", "pan", { lang: "fr" })] })).toEqual(["Pain and pan."]);
    expect(texts(blocks, { sayAs: [entry("pain", "ache", { lang: "en" })] }, "en-GB")).toEqual(["ache and pain."]);
    expect(texts(blocks, { sayAs: [entry("pain", "ache", { lang: "en-US" })] }, "en-GB")).toEqual(["Pain and pain."]);
  });

  it("says once what two sentences share", () => {
    expect(say("He left. She stayed on.", entry("left. she", "went, and she"))).toEqual([
      "He went, and she.",
      "stayed on.",
    ]);
  });
});

describe("whatever is chosen, of any blocks", () => {
  const anyTelling = fc
    .record({ blocks: anyBlocks, lang: anyLang, choices: fc.record(ANY_CHOICES) })
    .map(({ blocks, lang, choices }) => {
      const leaves = leavesOf({ blocks });
      return { leaves, blocks, lang, said: utterancesOf(leaves, lang, words, choices, leafPlaces({ blocks })) };
    });

  it("stays in its leaf, in order, and paints forwards and in bounds", () => {
    fc.assert(
      fc.property(anyTelling, ({ leaves, said }) => {
        let before = { block: 0, start: 0, end: 0 };
        for (const utterance of said) {
          const { block, span, text } = utterance;
          const leaf = leaves[block]!;
          expect(block).toBeGreaterThanOrEqual(before.block);
          if (leaf.kind !== "image" && block === before.block) expect(span.start).toBeGreaterThanOrEqual(before.end);
          expect(span.end).toBeLessThanOrEqual(leaf.text.length);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text).toMatch(/[\p{L}\p{N}]/u);
          let reached = span.start;
          for (let at = 0; at < Math.min(text.length, 200); at++) {
            const one = sourceSpan(utterance, { start: at, end: at + 1 });
            if (!one) continue;
            expect(one.start).toBeGreaterThanOrEqual(reached);
            expect(one.end).toBeGreaterThan(one.start);
            expect(one.end).toBeLessThanOrEqual(span.end);
            reached = one.start;
          }
          before = { block, ...span };
        }
      }),
    );
  });

  it("never paints what is not said", () => {
    fc.assert(
      fc.property(anyTelling, ({ leaves, said }) => {
        for (const utterance of said) {
          const { text } = leaves[utterance.block]!;
          const isPainted = new Set<number>();
          for (const { start, end } of saidSpans(text, [utterance]))
            for (let at = start; at < end; at++) isPainted.add(at);
          if (utterance.announces) expect(isPainted.size).toBe(0);
          // Left out, and to be seen: it has letters or signs of its own.
          for (const { spoken, source } of utterance.edits)
            if (spoken.start === spoken.end && /[^\s\p{Cf}]/u.test(text.slice(source.start, source.end)))
              for (let at = source.start; at < source.end; at++) expect(isPainted.has(at)).toBe(false);
          for (let at = 0; at < utterance.text.length && !utterance.announces; at++) {
            const one = sourceSpan(utterance, { start: at, end: at + 1 });
            if (one) expect(isPainted.has(one.start) && isPainted.has(one.end - 1)).toBe(true);
          }
        }
      }),
    );
  });

  it("keeps the place when it is told anew", () => {
    const both = fc
      .record({ blocks: anyBlocks, lang: anyLang, a: fc.record(ANY_CHOICES), b: fc.record(ANY_CHOICES), at: fc.nat() })
      .map(({ blocks, lang, a, b, at }) => {
        const leaves = leavesOf({ blocks });
        const places = leafPlaces({ blocks });
        const [old, next] = [a, b].map((choices) => utterancesOf(leaves, lang, words, choices, places));
        return { old: old!, next: next!, at };
      });
    fc.assert(
      fc.property(both, ({ old, next, at }) => {
        if (old.length === 0) return;
        const index = at % old.length;
        // The same telling: the same place.
        expect(placeInTelling(old, old, { index, offset: 0 })).toEqual({ index, offset: 0 });
        expect(placeInTelling(old, old, { index, offset: 0 }, true)).toEqual({ index, offset: 0 });
        const here = old[index]!;
        const found = placeInTelling(old, next, { index, offset: 0 });
        const there = next[found.index];
        expect(found.index).toBeGreaterThanOrEqual(utteranceAt(next, { block: here.block, offset: here.span.start }));
        if (there) expect(there.block > here.block || there.span.end > here.span.start).toBe(true);
        if (there) expect(found.offset).toBeLessThanOrEqual(there.text.length);
      }),
    );
  });
});
