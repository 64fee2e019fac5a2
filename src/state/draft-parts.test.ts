import { expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import { asParagraph, endBefore, endOfText, firstWords, linksIn } from "./draft-parts.ts";

const paragraph = (text: string, href?: string): Block => ({
  type: "paragraph",
  content: [{ text, ...(href && { marks: [{ type: "link" as const, href }] }) }],
});
const BLOCKS: Block[] = [
  paragraph("One."),
  paragraph("You may also like"),
  { type: "list", ordered: false, tight: true, items: [[paragraph("A", "https://a.example/")], [paragraph("Plain")]] },
];

it("ends the text before a block, and keeps the links behind it", () => {
  const before = structuredClone(BLOCKS);
  const known = { title: "B", href: "https://b.example/" };
  expect(endBefore(BLOCKS, [known], 1)).toEqual({
    blocks: [BLOCKS[0]],
    related: [{ title: "A", href: "https://a.example/" }, known],
  });
  expect(endBefore(BLOCKS, [known], 3)).toEqual({ blocks: BLOCKS, related: [known] });
  expect(BLOCKS).toEqual(before);
});

it("has each link once, and one that is cut into runs as one", () => {
  const link = { type: "link" as const, href: "https://a.example/" };
  const runs: Block = {
    type: "paragraph",
    content: [
      { text: "Salt ", marks: [link] },
      { text: "roads", marks: [link, { type: "emphasis" }] },
      { text: " and " },
      { text: "salt", marks: [link] },
    ],
  };
  expect(linksIn([runs])).toEqual([
    { title: "Salt roads", href: link.href },
    { title: "salt", href: link.href },
  ]);
  expect(endBefore([paragraph("A", link.href)], [{ title: "A", href: link.href }], 0).related).toHaveLength(1);
});

it("puts a link back as a paragraph, with its address or without", () => {
  expect(asParagraph({ title: "A", href: "https://a.example/" })).toEqual(paragraph("A", "https://a.example/"));
  expect(asParagraph({ title: "A", href: "" })).toEqual(paragraph("A"));
});

it("knows a block by its first words", () => {
  expect(firstWords(paragraph("  One\n two "))).toBe("One two");
  expect(firstWords(paragraph("One two three four", undefined), 10)).toBe("One two …");
  expect(firstWords(paragraph("没有空格的文字也要在某处结束"), 6)).toBe("没有空格的文 …");
  expect(firstWords({ type: "rule" })).toBeUndefined();
  expect(firstWords(BLOCKS[2]!)).toBe("A Plain");
});

it("keeps the notes, which stand behind the text wherever that ends", () => {
  const note: Block = { type: "note", id: "n1", label: "1", content: [paragraph("See C.", "https://c.example/")] };
  const whole = [...BLOCKS, note];
  expect(endOfText(whole)).toBe(3);
  expect(endOfText(BLOCKS)).toBe(3);
  expect(endBefore(whole, [], endOfText(whole))).toEqual({ blocks: whole, related: [] });
  expect(endBefore(whole, [], 1)).toEqual({
    blocks: [BLOCKS[0], note],
    related: [{ title: "A", href: "https://a.example/" }],
  });
});
