import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "./article.ts";
import { anyBlocks, anyContent } from "./fixtures/arbitrary.ts";
import { leafElementId, leavesOf, OBJECT_REPLACEMENT, textOf } from "./text.ts";

const words = (text: string): Inline[] => [{ text }];
const paragraph = (text: string): Block => ({ type: "paragraph", content: words(text) });

describe("the text of a body", () => {
  it("is that of every place that holds text, in the order it is read", () => {
    const blocks: Block[] = [
      { type: "heading", level: 3, content: words("Heading") },
      {
        type: "list",
        ordered: false,
        tight: true,
        items: [[paragraph("one"), paragraph("two")], [], [paragraph("three")]],
      },
      { type: "rule" },
      { type: "figure", image: { src: "a.png", alt: "A" }, caption: words("Caption") },
      { type: "figure", image: { src: "b.png" } },
      {
        type: "table",
        caption: words("Table"),
        rows: [[{ content: words("a") }, { content: words("b") }], [{ content: words("c") }]],
      },
      { type: "preformatted", text: "x\n  y" },
      { type: "note", id: "n", label: "1", content: [paragraph("Note"), { type: "preformatted", text: "z" }] },
      paragraph("End"),
    ];
    expect(leavesOf({ blocks }).map(({ kind, text, inNote }) => `${kind}: ${text}${inNote ? " (note)" : ""}`)).toEqual([
      "heading: Heading",
      "paragraph: one",
      "paragraph: two",
      "paragraph: three",
      "image: \ufffc",
      "caption: Caption",
      "image: \ufffc",
      "caption: Table",
      "cell: a",
      "cell: b",
      "cell: c",
      "preformatted: x\n  y",
      "paragraph: Note (note)",
      "preformatted: z (note)",
      "paragraph: End",
    ]);
    expect(leavesOf({ blocks })[0]).toMatchObject({ level: 3 });
    expect(leavesOf({ blocks })[4]).toMatchObject({ image: { src: "a.png", alt: "A" } });
  });

  it("has the language and direction of the innermost block that declares one", () => {
    const leaves = leavesOf({
      blocks: [
        {
          type: "quote",
          lang: "ar",
          dir: "rtl",
          content: [
            paragraph("a"),
            { ...paragraph("b"), lang: "he" },
            { type: "quote", lang: "en", dir: "ltr", content: [paragraph("c")] },
          ],
        },
        paragraph("d"),
      ] as Block[],
    });
    expect(leaves.map(({ lang, dir }) => [lang, dir])).toEqual([
      ["ar", "rtl"],
      ["he", "rtl"],
      ["en", "ltr"],
      [undefined, undefined],
    ]);
  });

  it("numbers any leaves consecutively, each with the text of its content", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const leaves = leavesOf({ blocks });
        expect(leaves.map(({ number }) => number)).toEqual([...leaves.keys()]);
        for (const { kind, text, content } of leaves) {
          if (kind === "image") expect(text).toBe(OBJECT_REPLACEMENT);
          else if (kind !== "preformatted") expect(text).toBe(textOf(content));
        }
        expect(new Set(leaves.map(({ number }) => leafElementId(number))).size).toBe(leaves.length);
      }),
    );
  });

  it("loses and invents nothing", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const written: string[] = [];
        const visit = (value: unknown): void => {
          if (Array.isArray(value)) value.forEach(visit);
          else if (typeof value === "object" && value !== null) {
            if ("text" in value) written.push(String(value.text));
            else if ("math" in value) written.push(OBJECT_REPLACEMENT);
            else if ("src" in value) written.push(OBJECT_REPLACEMENT);
            else Object.values(value).forEach(visit);
          }
        };
        visit(blocks);
        const inOrder = (text: string) => [...text].sort().join("");
        expect(
          inOrder(
            leavesOf({ blocks })
              .map(({ text }) => text)
              .join(""),
          ),
        ).toBe(inOrder(written.join("")));
      }),
    );
  });

  it("counts an inline image as one character", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const lengths = content.map((inline) => ("text" in inline ? inline.text.length : 1));
        expect(textOf(content)).toHaveLength(lengths.reduce((sum, length) => sum + length, 0));
      }),
    );
  });
});
