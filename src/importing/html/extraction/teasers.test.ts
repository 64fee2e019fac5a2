import { describe, expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { isListOfTeasers as isList } from "./teasers.ts";

const isListOfTeasers = (blocks: Block[], address: string | undefined) => isList(leavesOf({ blocks }), address);

const PAGE = "https://example.org/news";
const SENTENCE = "Nobody had expected the tide to come so early, least of all the harbour master. ";

const text = (length: number): Block => ({
  type: "paragraph",
  content: [{ text: SENTENCE.repeat(8).slice(0, length) }],
});
const link = (href: string) => [
  { text: `The lamp on the old tower, ${href.slice(-9)}`, marks: [{ type: "link" as const, href }] },
];
const heading = (href: string): Block => ({ type: "heading", level: 2, content: link(href) });
const line = (href: string): Block => ({ type: "paragraph", content: link(href) });
const each = (count: number, blocks: (i: number) => Block[]) =>
  Array.from({ length: count }, (_, i) => blocks(i)).flat();
const at = (i: number) => `https://example.org/2026/${i}`;

const front = each(6, (i) => [heading(at(i)), text(360)]);

describe("a list of teasers", () => {
  it("is headings that lead to other pages of the site, each over some sentences", () => {
    expect(isListOfTeasers(front, PAGE)).toBe(true);
    expect(isListOfTeasers([text(400), ...front], "https://www.example.org/news")).toBe(true);
    expect(
      isListOfTeasers(
        each(9, (i) => [heading(at(i)), text(250), text(600)]),
        PAGE,
      ),
    ).toBe(true);
  });

  it("is lines of links with some sentences under each", () => {
    expect(
      isListOfTeasers(
        each(9, (i) => [line(at(i)), text(400)]),
        PAGE,
      ),
    ).toBe(true);
    expect(
      isListOfTeasers(
        each(6, (i) => [line(at(i)), text(400)]),
        PAGE,
      ),
    ).toBe(false);
  });

  it("is a home page, whatever is said of each", () => {
    const posts = each(6, (i) => [heading(at(i)), text(600), text(600), text(600)]);
    expect(isListOfTeasers(posts, "https://example.org/")).toBe(true);
    expect(isListOfTeasers(posts, PAGE)).toBe(false);
  });
});

describe("no list of teasers", () => {
  it.each<[string, Block[]]>([
    [
      "an article through others of its site, which says much of each",
      each(6, (i) => [heading(at(i)), text(520), text(520)]),
    ],
    ["one that comes to them after a while", [text(500), text(500), ...front]],
    ["a long paragraph among them", [...front, text(600), text(600)]],
    ["products of others", each(9, (i) => [heading(`https://shop.example.net/${i}`), text(360)])],
    ["places in the page itself", each(9, (i) => [heading(`${PAGE}#part-${i}`), text(360)])],
    ["posts of a thread", each(9, (i) => [heading(`${PAGE}?p=${i}`), text(360)])],
    [
      "names over what they say",
      each(9, (i) => [
        { type: "paragraph", content: [{ text: "ann", marks: [{ type: "link", href: at(i) }] }] },
        text(360),
      ]),
    ],
    [
      "some headings that lead elsewhere, and more that do not",
      [...front, ...each(6, () => [{ type: "heading", level: 2, content: [{ text: "The wall" }] }, text(360)])],
    ],
    ["an article", each(9, () => [text(400)])],
  ])("is %s", (_, blocks) => {
    expect(isListOfTeasers(blocks, PAGE)).toBe(false);
  });

  it("is said without an address", () => {
    expect(isListOfTeasers(front, undefined)).toBe(false);
  });
});
