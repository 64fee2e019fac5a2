import { expect, test } from "vitest";
import type { Block } from "./article.ts";
import { pictureSizesOf, withPictureSizes } from "./picture-sizes.ts";

test("pictures wherever they stand get their size, and nothing else changes", () => {
  const image = (src: string) => ({ src, alt: "" });
  const of = (place: (src: string) => { src: string; alt: string }): Block[] => [
    { type: "figure", image: place("images/a"), caption: [{ text: "A" }, { image: place("images/b") }] },
    {
      type: "list",
      ordered: false,
      tight: true,
      items: [[{ type: "paragraph", content: [{ image: place("images/a") }] }]],
    },
    { type: "table", rows: [[{ content: [{ image: place("images/b") }] }]] },
    { type: "note", id: "1", label: "1", content: [{ type: "figure", image: place("images/none") }] },
  ];
  const sizes = new Map([
    ["images/a", { width: 8, height: 6 }],
    ["images/none", { width: 0, height: 0 }],
  ]);
  const before = of(image);
  const sized = (src: string) => ({ ...image(src), ...(src === "images/a" && { width: 8, height: 6 }) });
  expect(withPictureSizes(before, sizes)).toEqual(of(sized));
  expect(before).toEqual(of(image));
  expect([...pictureSizesOf(withPictureSizes(before, sizes))]).toEqual([["images/a", { width: 8, height: 6 }]]);
});
