import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joint, wordsInside } from "./hyphens.ts";
import type { Look, Page, Run, Tag } from "./page.ts";
import { toArticles } from "./to-articles.ts";
import { tagsOf } from "./worker/tags.ts";

const PLAIN: Look = { bold: false, italic: false, mono: false };
const MONO: Look = { ...PLAIN, mono: true };

/** Lines from the top of a page, as wide as half their size a letter. */
function page(...lines: [text: string, place?: { x?: number; y?: number; size?: number; look?: Look }][]): Page {
  let below = 88;
  const runs = lines.map(([text, { x = 60, size = 10, look = PLAIN, y = below + 12 } = {}]): Run => {
    below = y;
    return { text, x, y, size, look, width: text.length * size * 0.5, rtl: false };
  });
  return { width: 600, height: 800, runs, links: [], figures: [] };
}

const blocksOf = (...pages: Page[]) => toArticles({ pages, outline: [], info: {}, name: "file" })[0]!.blocks;

describe("a line's end", () => {
  const words = wordsInside(["a well-known light-", "keeper and the lightkeeper of the re-entry", "e-mail"]);

  it.each<[string, string, string, string]>([
    ["the light-", "keeper", "en", "the lightkeeper"],
    ["the win-", "ter", "en", "the winter"],
    ["a well-", "known man", "en", "a well-known man"],
    ["a self-", "made man", "en", "a self-made man"],
    ["a state-of-the-", "art lamp", "en", "a state-of-the-art lamp"],
    ["in Jean-", "Paul", "fr", "in Jean-Paul"],
    ["in COVID-", "time", "en", "in COVID-time"],
    ["the pre-", "and post-war years", "en", "the pre- and post-war years"],
    ["Vor-", "und Nachteile", "de", "Vor- und Nachteile"],
    ["zu Hau-", "se", "de", "zu Hause"],
    ["the soft\u00ad", "ened", "en", "the softened"],
    ["from 1984-", "1990", "en", "from 1984-1990"],
    ["two words", "more", "en", "two words more"],
    ["吾輩は", "猫", "ja", "吾輩は猫"],
    ["the end—", "not yet", "en", "the end—not yet"],
  ])("%s / %s (%s)", (before, after, lang, whole) => {
    const { cut, between } = joint(before, after, words, lang);
    expect(before.slice(0, before.length - cut) + between + after).toBe(whole);
  });
});

describe("a page", () => {
  it("has code as it stands, with its indents", () => {
    const text =
      "The comments begin with two hyphens and end with the line they stand on, as in this example of a definition:";
    const blocks = blocksOf(
      page(
        [text],
        ["Group {", { look: MONO, y: 130 }],
        ["id,", { look: MONO, x: 70 }],
        ["value }", { look: MONO, x: 70, y: 166 }],
        [text, { y: 220 }],
      ),
    );
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "preformatted", "paragraph"]);
    expect(blocks[1]).toMatchObject({ text: "Group {\n  id,\n\n  value }" });
  });

  it("loses no word, whatever stands beside what", () => {
    const place = fc.record({
      x: fc.integer({ min: 20, max: 560 }),
      // Nothing at the edges, where what looks like a page's number is one.
      y: fc.integer({ min: 120, max: 680 }),
      size: fc.constantFrom(6, 8, 10, 10, 10, 14, 24, 40),
      look: fc.constantFrom(PLAIN, MONO, { ...PLAIN, bold: true }, { ...PLAIN, italic: true }),
      end: fc.constantFrom("", "", "-", ".", "x".repeat(30), " a b c", ":"),
      start: fc.constantFrom("", "", "• ", "1. ", "12", "* "),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 12, maxLength: 60 }), (places) => {
        const word = (index: number) => `w${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}q`;
        const lines = places.map(({ start, end, ...rest }, index): Parameters<typeof page>[number] => [
          start + word(index) + end,
          rest,
        ]);
        const text = JSON.stringify(toArticles({ pages: [page(...lines)], outline: [], info: {}, name: "file" }));
        for (const index of places.keys()) expect(text).toContain(word(index));
      }),
      { numRuns: 300 },
    );
  });

  it("goes on with a sentence after the picture that broke it", () => {
    const blocks = blocksOf(
      page(
        ["He had counted the days on the wall of his kitchen with a piece of chalk, and had"],
        ["Figure 1. The kitchen", { size: 8, y: 140 }],
        ["forgotten two of them, which troubled him more than the cold had done in those years.", { y: 180 }],
      ),
    );
    expect(blocks).toEqual([
      {
        type: "paragraph",
        content: [
          {
            text: "He had counted the days on the wall of his kitchen with a piece of chalk, and had forgotten two of them, which troubled him more than the cold had done in those years.",
          },
        ],
      },
      { type: "paragraph", content: [{ text: "Figure 1. The kitchen" }] },
    ]);
  });

  it("has a title of two lines over two columns, though the second is no wider than one of them", () => {
    const text = (side: string) =>
      Array.from({ length: 20 }, (_, i) => `${side} ${i} of the river and its sluices, which all knew`);
    const column = (side: string, x: number) =>
      text(side).map((line, i): Parameters<typeof page>[number] => [line, { x, y: 180 + i * 12 }]);
    const look = { ...PLAIN, bold: true };
    const [article] = toArticles({
      pages: [
        page(
          ["Sluices nobody owns: hydrology and blame on", { x: 60, y: 110, size: 18, look }],
          ["the lower Arle", { x: 60, y: 132, size: 18, look }],
          ["Ada Brown and Finn Olsen", { x: 60, y: 156 }],
          ...column("left", 60),
          ...column("right", 330),
        ),
      ],
      outline: [],
      info: {},
      name: "file",
    });
    expect(article!.title).toBe("Sluices nobody owns: hydrology and blame on the lower Arle");
    expect(article!.blocks.filter(({ type }) => type === "heading")).toEqual([]);
  });

  it("breaks no paragraph before a word in quotation marks, where lines end unevenly", () => {
    for (const [open, close] of ["“”", "«»", "„“", '""'])
      expect(
        blocksOf(
          page(
            ["He had counted the days on the wall of his kitchen with a piece of chalk, and said it"],
            ["was, of all that had been said in that year,"],
            [`${open}too early to tell${close} whether the river would come back to the old bed that it`],
            ["had left when his father was a child, and whether anybody would be there to see it."],
          ),
        ),
      ).toHaveLength(1);
  });

  it("begins a line with the capital that stands over two or three", () => {
    const [block] = blocksOf(
      page(
        ["O", { size: 36, x: 60, y: 124 }],
        ["nce upon a time there was a light keeper who", { x: 82, y: 100 }],
        ["counted the days on the wall of his kitchen", { x: 82, y: 112 }],
        ["with a piece of chalk, and forgot two of them.", { x: 60, y: 136 }],
      ),
    );
    expect(block).toMatchObject({ content: [{ text: expect.stringMatching(/^Once upon a time/) }] });
  });
});

describe("what a file says of its own text", () => {
  const content = (id: string) => ({ type: "content", id });
  const node = (role: string, ...children: (ReturnType<typeof content> | object)[]) => ({
    role,
    children: children as never[],
  });
  const TREE = node(
    "Document",
    node("H2", content("heading")),
    node("P", content("first"), node("Span", content("second"))),
    node(
      "L",
      node("LI", node("Lbl", content("dot")), node("LBody", content("outer"), node("L", node("LI", content("inner"))))),
      node("LI", content("next")),
    ),
    node("L", node("LI", node("Lbl", content("three")), node("LBody", content("other")))),
  );

  it("is found by the marks in it", () => {
    const tags = tagsOf(TREE, 100);
    const { block, ...second } = tags.get("second")!;
    expect(second).toEqual({ role: "P", items: [] });
    expect(tags.get("first")!.block).toBe(block);
    expect(tags.get("inner")!.items[0]).toEqual(tags.get("outer")!.items[0]);
    expect(tags.get("next")!.items[0]!.list).toBe(tags.get("outer")!.items[0]!.list);
    expect(tags.get("next")!.items[0]!.item).not.toBe(tags.get("outer")!.items[0]!.item);
    expect(tagsOf(null, 0).size).toBe(0);
  });

  it("is believed: headings, paragraphs and lists, and nothing that is printed around them", () => {
    const tags = tagsOf(TREE, 0);
    const run = (id: string, text: string, x: number, y: number): Run => {
      const tag: Tag | undefined = tags.get(id);
      return { text, x, y, size: 10, width: text.length * 5, look: PLAIN, rtl: false, ...(tag ? { tag } : {}) };
    };
    const runs = [
      run("none", "A book of harbours", 60, 40),
      run("heading", "The winter", 60, 120),
      run("first", "The harbour had been quiet.", 60, 140),
      run("second", "and nobody was there.", 60, 180),
      run("dot", "o", 60, 200),
      run("outer", "Nets", 72, 200),
      run("inner", "of hemp", 90, 212),
      run("next", "Ropes", 72, 224),
      run("three", "3)", 60, 236),
      run("other", "Salt", 72, 236),
    ];
    const [article] = toArticles({
      pages: [{ width: 600, height: 800, links: [], figures: [], runs }],
      outline: [],
      info: { title: "The harbour" },
      name: "",
    });
    const paragraph = (text: string) => ({ type: "paragraph", content: [{ text }] });
    const list = (...items: object[][]) => ({ type: "list", ordered: false, tight: true, items });
    expect(article!.blocks).toEqual([
      { type: "heading", level: 2, content: [{ text: "The winter" }] },
      paragraph("The harbour had been quiet. and nobody was there."),
      list([paragraph("Nets"), list([paragraph("of hemp")])], [paragraph("Ropes")]),
      { ...list([paragraph("Salt")]), ordered: true, start: 3 },
    ]);
  });
});
