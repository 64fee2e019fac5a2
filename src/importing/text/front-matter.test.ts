import { expect, it } from "vitest";
import { splitFrontMatter } from "./front-matter.ts";

const valuesIn = (line: string) => splitFrontMatter(`---\n${line}\n---\n`).fields.get("key");

it.each([
  ["key: A title # and a comment", ["A title"]],
  ["key: A title   # a # b", ["A title"]],
  ["key: C# and F#", ["C# and F#"]],
  ["key: '# no comment'", ["# no comment"]],
  [`key: [one, "two, three", 'four, five']`, ["one", "two, three", "four, five"]],
  [`key: [5" disk, Don't, Won't, "a, b" ]`, ['5" disk', "Don't", "Won't", "a, b"]],
  ["key: [, ,]", []],
  ["key: []", []],
])("%j says %j", (line, values) => {
  expect(valuesIn(line)).toEqual(values);
});

// Each takes minutes where it takes the square of its length.
it.each([
  ["blanks in a value", `key: x${" ".repeat(1_000_000)}y`],
  ["comments before another kind of line end", `key: x${" #".repeat(500_000)}\u2028y`],
  ["blanks before a value of two lines", `key: ${" ".repeat(1_000_000)}x\u2028y`],
  ["a list of quotation marks", `key: [${`",`.repeat(500_000)}]`],
  ["a list in a list", `key:\n- [${"a,".repeat(500_000)}]`],
  ["many lists", Array.from({ length: 3000 }, () => `key: [x${",".repeat(4900)}]`).join("\n")],
])("is read in time that grows with its length: %s", (_, lines) => {
  expect(valuesIn(lines)?.length).toBeGreaterThan(0);
});
