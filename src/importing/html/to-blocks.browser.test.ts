import { describe, expect, it } from "vitest";
import { inertDocument } from "./inert-document.ts";
import { pictureKey } from "./picture-key.ts";
import { toBlocks } from "./to-blocks.ts";

const PAGE = { address: "https://example.org/a/b", lang: "en", dir: "ltr" } as const;
const build = (html: string) => toBlocks(inertDocument(html).body, PAGE);

describe("blocks of a page", () => {
  it("have headings from level 2 on without a gap", async () => {
    const { blocks } = await build("<h1>A</h1><h4>B</h4><h3>C</h3><h1>D</h1>");
    expect(blocks.map((block) => (block.type === "heading" ? block.level : 0))).toEqual([2, 3, 3, 2]);
  });

  it("show pictures by the key of their address", async () => {
    const { blocks, pictures } = await build('<p><img src="x.png" alt="A cat" width=600 height=400></p>');
    const key = await pictureKey("https://example.org/a/x.png");
    expect(blocks).toEqual([
      { type: "figure", image: { src: `images/${key}`, alt: "A cat", width: 600, height: 400 } },
    ]);
    expect(pictures).toEqual([{ key, address: "https://example.org/a/x.png" }]);
  });

  it("have notes at the end, without the heading that stood over nothing else", async () => {
    const { blocks } = await build(
      '<p>Text<sup><a href="#fn1" id=r>[1]</a></sup></p><h2>Notes</h2><ol><li id=fn1><p>A note. <a href="#r">↩</a></p></ol>',
    );
    expect(blocks).toEqual([
      {
        type: "paragraph",
        content: [{ text: "Text" }, { text: "1", marks: [{ type: "note-reference", note: "note-1" }] }],
      },
      { type: "note", id: "note-1", label: "1", content: [{ type: "paragraph", content: [{ text: "A note." }] }] },
    ]);
  });
});
