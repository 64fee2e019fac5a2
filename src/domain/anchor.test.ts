import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAgain, quoteAt } from "./anchor.ts";
import type { Block } from "./article.ts";
import { anyBlocks } from "./fixtures/arbitrary.ts";
import { progressAt } from "./position.ts";
import { leavesOf } from "./text.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", content: [{ text }] });
const leaves = (...texts: string[]) => leavesOf({ blocks: texts.map(paragraph) });

const OLD = leaves("The tide turns.", "The moon pulls. The sea follows.", "The end.");

describe("a place in a text that has been revised", () => {
  it("is where its words are now", () => {
    const was = { block: 1, offset: 16 };
    const quote = quoteAt(was, OLD);
    expect(quote).toBe("The sea follows.");
    const revised = leaves("New.", "Newer.", "The tide turns.", "Slowly the moon pulls. The sea follows.", "The end.");
    expect(findAgain(was, quote, 0.5, revised)).toEqual({ block: 3, offset: 23 });
  });

  it("is the nearest of several that begin alike", () => {
    const refrain = leaves("So it goes.", "A verse.", "So it goes.", "A verse.", "So it goes.");
    expect(findAgain({ block: 3, offset: 0 }, "So it goes.", 0.6, refrain).block).toBe(2);
    expect(findAgain({ block: 9, offset: 0 }, "So it goes.", 0.6, refrain).block).toBe(4);
  });

  it("is as far through the text as before where its words are gone", () => {
    const revised = leaves("ten letter", "ten letter", "ten letter", "ten letter");
    expect(findAgain({ block: 7, offset: 3 }, "gone", 0.6, revised)).toEqual({ block: 2, offset: 0 });
    expect(findAgain({ block: 7, offset: 3 }, "", 1, revised)).toEqual({ block: 3, offset: 0 });
    expect(findAgain({ block: 0, offset: 0 }, "", 0.5, [])).toEqual({ block: 0, offset: 0 });
  });

  it("never is in a note that it was not in", () => {
    const withNote = leavesOf({
      blocks: [paragraph("Text."), { type: "note", id: "1", label: "1", content: [paragraph("Note.")] }],
    });
    expect(findAgain({ block: 5, offset: 0 }, "gone", 1, withNote)).toEqual({ block: 0, offset: 0 });
  });

  it("is the same place while the text is the same, or else one with the same words", () => {
    fc.assert(
      fc.property(anyBlocks, fc.nat(), fc.nat(), (blocks, block, offset) => {
        const all = leavesOf({ blocks });
        fc.pre(all.length > 0);
        const leaf = all[block % all.length]!;
        const was = { block: leaf.number, offset: offset % (leaf.text.length + 1) };
        const quote = quoteAt(was, all);
        fc.pre(quote.trim() !== "");
        expect(findAgain(was, quote, progressAt(was, all), all)).toEqual(was);
      }),
    );
  });

  it("always is a place of the new text", () => {
    fc.assert(
      fc.property(
        anyBlocks,
        anyBlocks,
        fc.nat(50),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (old, blocks, block, fraction) => {
          const all = leavesOf({ blocks });
          const found = findAgain(
            { block, offset: 0 },
            quoteAt({ block, offset: 0 }, leavesOf({ blocks: old })),
            fraction,
            all,
          );
          const leaf = all[found.block];
          if (all.length > 0) expect(leaf!.text.length).toBeGreaterThanOrEqual(found.offset);
        },
      ),
    );
  });
});
