import { describe, expect, it } from "vitest";
import { joint, wordsInside } from "./hyphens.ts";
import type { Look, Page, Run } from "./page.ts";
import { toArticles } from "./to-articles.ts";

const PLAIN: Look = { bold: false, italic: false, mono: false };
const MONO: Look = { ...PLAIN, mono: true };

/** Lines from the top of a page, as wide as half their size a letter. */
function page(...lines: [text: string, place?: { x?: number; y?: number; size?: number; look?: Look }][]): Page {
  let below = 88;
  const runs = lines.map(([text, { x = 60, size = 10, look = PLAIN, y = below + 12 } = {}]): Run => {
    below = y;
    return { text, x, y, size, look, width: text.length * size * 0.5, rtl: false };
  });
  return { width: 600, height: 800, runs, links: [] };
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

  it("loses no text, whatever stands beside what", () => {
    const places = [60, 180, 300, 420];
    const lines = Array.from({ length: 80 }, (_, index): Parameters<typeof page>[number] => [
      `w${index}q${"x".repeat((index * 7) % 18)}`,
      { x: places[(index * 3) % 4]!, y: 100 + Math.floor(index / 3) * 20, size: [10, 10, 8, 14][(index * 5) % 4]! },
    ]);
    // The title is what is largest.
    const text = JSON.stringify(toArticles({ pages: [page(...lines)], outline: [], info: {}, name: "file" }));
    for (let index = 0; index < 80; index++) expect(text).toContain(`w${index}q`);
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
