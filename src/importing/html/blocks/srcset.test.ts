import { expect, it } from "vitest";
import { bestCandidate, parseSrcset } from "./srcset.ts";

it("keeps commas inside an address", () => {
  expect(parseSrcset("/w_400,h_300/a.jpg 400w, /w_800,h_600/a.jpg 800w")).toEqual([
    { url: "/w_400,h_300/a.jpg", width: 400 },
    { url: "/w_800,h_600/a.jpg", width: 800 },
  ]);
});

it("reads addresses without a descriptor", () => {
  expect(parseSrcset("a.jpg, b.jpg 2x")).toEqual([{ url: "a.jpg" }, { url: "b.jpg", density: 2 }]);
});

it.each([
  ["a 400w, b 1600w, c 2400w", "b"],
  ["a 2400w, b 1900w", "b"],
  ["a 1x, b 2x, c 3x", "b"],
  ["a", "a"],
])("of %j it takes %j", (srcset, expected) => {
  expect(bestCandidate(parseSrcset(srcset))?.url).toBe(expected);
});

it("takes none of nothing, and of no end of it only some", () => {
  expect(bestCandidate(parseSrcset(" , "))).toBeUndefined();
  expect(parseSrcset("a 1w,".repeat(10_000)).length).toBeLessThanOrEqual(50);
});
