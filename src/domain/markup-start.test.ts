import { describe, expect, it } from "vitest";
import { afterProlog } from "./markup-start.ts";

it.each([
  ["<svg>", "<svg>"],
  ["words", "words"],
  ["", ""],
  [" \n\ufeff<a>", "<a>"],
  ['<?xml version="1.0"?>\n<!-- made <b> -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg xmlns="x">', '<svg xmlns="x">'],
  ["<!DOCTYPE a [<!ENTITY b '>'>] ><a>", "<a>"],
  ["<!-- a --><!----><a><!-- b -->", "<a><!-- b -->"],
  ["<!-- not over <a>", "<!-- not over <a>"],
  ["<!doctype <a", "<!doctype <a"],
])("of %j is left %j", (text, rest) => {
  expect(afterProlog(text)).toBe(rest);
});

describe("takes no longer than its length asks for", () => {
  it.each([
    ["comments", "<!---->".repeat(50_000)],
    ["comments that do not end", "<!--".repeat(50_000)],
    ["blanks", " ".repeat(300_000)],
    ["declarations that do not end", "<!doctype [".repeat(30_000)],
  ])("%s", (_, text) => {
    const begun = performance.now();
    expect(afterProlog(`${text}x`)).toMatch(/x$/);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
