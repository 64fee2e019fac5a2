import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Mark } from "./article.ts";
import { anyBlocks } from "./fixtures/arbitrary.ts";
import { outlineOf, type Section, sectionAt } from "./outline.ts";
import { notesOf } from "./notes.ts";
import { leavesOf } from "./text.ts";

const heading = (level: 2 | 3 | 4, text: string): Block => ({ type: "heading", level, content: [{ text }] });
const paragraph = (text: string, ...marks: Mark[]): Block => ({ type: "paragraph", content: [{ text, marks }] });
const BLOCKS = [
  paragraph("Before."),
  heading(2, "A"),
  paragraph("In A."),
  heading(4, "A deep"),
  heading(3, "A less deep"),
  heading(2, "B"),
  heading(3, " "),
];

/** "A(B C)" */
const drawn = (sections: readonly Section[]): string =>
  sections
    .map(({ heading: { text }, sections: inner }) => text + (inner.length > 0 ? `(${drawn(inner)})` : ""))
    .join(" ");

describe("the outline", () => {
  it("nests headings by rank, also where one was skipped, and leaves out empty ones", () => {
    expect(drawn(outlineOf(leavesOf({ blocks: BLOCKS })))).toBe("A(A deep A less deep) B");
  });

  it("knows the section of a place, and that the beginning has none", () => {
    const leaves = leavesOf({ blocks: [...BLOCKS, { type: "note", id: "n", label: "1", content: [paragraph("N")] }] });
    const at = (block: number) => sectionAt({ block, offset: 0 }, leaves)?.text;
    expect([0, 1, 2, 3, 6, 7].map(at)).toEqual([undefined, "A", "A", "A deep", "B", undefined]);
  });

  it("of any article has each heading once, in order", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const leaves = leavesOf({ blocks });
        const flat = (sections: readonly Section[]): number[] =>
          sections.flatMap((section) => [section.heading.number, ...flat(section.sections)]);
        const expected = leaves.filter((leaf) => leaf.kind === "heading" && !leaf.inNote && leaf.text.trim());
        expect(flat(outlineOf(leaves))).toEqual(expected.map(({ number }) => number));
      }),
    );
  });
});

describe("the list of notes", () => {
  it("has each note at its first reference, with its first words", () => {
    const reference: Mark = { type: "note-reference", note: "n2" };
    const body = {
      blocks: [
        { type: "paragraph", content: [{ text: "Sea." }, { text: "3", marks: [reference] }] },
        paragraph("3", reference),
        { type: "note", id: "n1", label: "1", content: [] },
        { type: "note", id: "n2", label: "3", content: [paragraph(`${"Deep water ".repeat(20)}`)] },
      ] satisfies Block[],
    };
    const [note, ...others] = notesOf(body, leavesOf(body));
    expect(others).toEqual([]);
    expect(note).toMatchObject({ label: "3", number: 2, position: { block: 0, offset: 4 } });
    expect(note!.text).toMatch(/^(Deep water )+(Deep )?…$/);
    expect(note!.text.length).toBeLessThan(100);
  });
});
