import { expect, it } from "vitest";
import { readingsOf } from "./word-marks.ts";

it.each([
  ["·\u00A0\u00A0", [undefined]],
  ["o", [undefined]],
  ["", [undefined]],
  ["12.", [12]],
  ["(3)", [3]],
  ["2.1", [1]],
  ["2.10.", [10]],
  ["b)", ["a2"]],
  ["C.", ["A3", "I100"]],
  ["i.", ["i1", "a9"]],
  ["XIV.", ["I14"]],
  ["xxxix.", ["i39"]],
  ["bb.", ["a28"]],
  ["Rule 7:", []],
  ["Article", []],
  ["一、", []],
])("%j is read as %j", (mark, readings) => {
  const said = readingsOf(mark).map(({ ordered, number, numbering = "" }) => {
    if (!ordered) return undefined;
    return numbering ? `${numbering}${number}` : number;
  });
  expect(said).toEqual(readings);
});

it("knows what a number counts in", () => {
  expect(readingsOf("4.2.1")).toEqual([{ ordered: true, number: 1, within: 2 }]);
});
