import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "./article.ts";
import { anyBlocks } from "./fixtures/arbitrary.ts";
import {
  clampPosition,
  comparePositions,
  formatPosition,
  parsePosition,
  type Position,
  progressAt,
  START,
} from "./position.ts";
import { type Leaf, leavesOf } from "./text.ts";

const anyNumber = fc.oneof(fc.integer({ min: -3, max: 300 }), fc.double());
/** Anything that may have been stored as one. */
const anyPosition: fc.Arbitrary<Position> = fc.record({ block: anyNumber, offset: anyNumber });
const anyLeaves = anyBlocks.map((blocks) => leavesOf({ blocks }));

const paragraph = (text: string): Block => ({ type: "paragraph", content: [{ text }] });

describe("a position in an address", () => {
  it("comes back as it was", () => {
    const real = fc.record({ block: fc.nat(9_999_999), offset: fc.nat(999_999_999) });
    fc.assert(
      fc.property(real, (position) => {
        expect(parsePosition(formatPosition(position))).toEqual(position);
      }),
    );
  });

  it.each([
    "",
    "1",
    "1.",
    ".1",
    "-1.2",
    "1.-2",
    "1.2.3",
    "1.2 ",
    " 1.2",
    "1e3.0",
    "12345678.0",
    "0.1234567890",
    "٣.٤",
    "a.b",
  ])("%j is none", (text) => expect(parsePosition(text)).toBeUndefined());
});

describe("the order of positions", () => {
  it("is by block, then by offset", () => {
    const sorted = [{ block: 2, offset: 0 }, { block: 1, offset: 10 }, { block: 1, offset: 9 }, START].toSorted(
      comparePositions,
    );
    expect(sorted.map(formatPosition)).toEqual(["0.0", "1.9", "1.10", "2.0"]);
  });
});

describe("the nearest place that exists", () => {
  const exists = ({ block, offset }: Position, leaves: readonly Leaf[]) =>
    leaves.length === 0
      ? block === 0 && offset === 0
      : Number.isInteger(block) && Number.isInteger(offset) && offset >= 0 && offset <= leaves[block]!.text.length;

  it("exists, whatever was asked for, and is its own nearest", () => {
    fc.assert(
      fc.property(anyPosition, anyLeaves, (position, leaves) => {
        const clamped = clampPosition(position, leaves);
        expect(exists(clamped, leaves)).toBe(true);
        expect(clampPosition(clamped, leaves)).toEqual(clamped);
      }),
    );
  });

  it("is the end of the text for what lies behind it, and the start for what lies before", () => {
    const leaves = leavesOf({ blocks: [paragraph("abc"), paragraph("defg")] });
    expect(clampPosition({ block: 5, offset: 1 }, leaves)).toEqual({ block: 1, offset: 4 });
    expect(clampPosition({ block: 0, offset: 99 }, leaves)).toEqual({ block: 0, offset: 3 });
    expect(clampPosition({ block: -1, offset: 2 }, leaves)).toEqual(START);
  });
});

describe("progress", () => {
  const note: Block = { type: "note", id: "n", label: "1", content: [paragraph("a long note that does not count")] };
  const leaves = leavesOf({ blocks: [paragraph("abcd"), paragraph("efghij"), note] });

  it.each([
    [0, 0, 0],
    [0, 2, 0.2],
    [1, 0, 0.4],
    [1, 6, 1],
    [2, 3, 1],
  ])("at block %i offset %i is %d", (block, offset, progress) =>
    expect(progressAt({ block, offset }, leaves)).toBeCloseTo(progress),
  );

  it("lies between none and all, and does not go back on the way forward", () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, anyLeaves, (a, b, leaves) => {
        const [first, second] = [clampPosition(a, leaves), clampPosition(b, leaves)].toSorted(comparePositions);
        const [before, after] = [progressAt(first!, leaves), progressAt(second!, leaves)];
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(after);
        expect(after).toBeLessThanOrEqual(1);
      }),
    );
  });
});
