import { expect, it } from "vitest";
import { runsOf } from "./repair-runs.ts";

const pieces = (pattern: string) => Array.from(pattern, (sign) => ({ kept: sign === "+" }));

it.each([
  ["", []],
  ["-", [[0, 1, false]]],
  [
    "--++-",
    [
      [0, 2, false],
      [2, 4, true],
      [4, 5, false],
    ],
  ],
  ["+++", [[0, 3, true]]],
])("finds the runs of %s", (pattern, expected) => {
  expect(runsOf(pieces(pattern)).map(({ from, to, kept }) => [from, to, kept])).toEqual(expected);
});
