import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leavesOf } from "#domain/text.ts";
import { ImportProblem } from "../import-problem.ts";
import { importMarkdown, looksLikeMarkdown } from "./markdown.ts";

const SOURCES = import.meta.glob<string>("./fixtures/*/source.md", { query: "?raw", import: "default", eager: true });
const PLAIN = import.meta.glob<string>("./fixtures/*/source.txt", { query: "?raw", import: "default", eager: true });

describe("a Markdown text as an article", () => {
  it("is refused where it has no text", async () => {
    await expect(importMarkdown(" \n\n***\n")).rejects.toEqual(new ImportProblem("empty"));
  });

  it("never fails, and keeps the words of paragraphs", async () => {
    const sign = fc.constantFrom(
      "*",
      "**",
      "`",
      "[",
      "](",
      ")",
      "<",
      ">",
      "|",
      "\n",
      "\n\n",
      "# ",
      "- ",
      "1. ",
      "[^1]",
      "~~",
      "---\n",
      "<div>",
      "</p>",
      "```\n",
      "![",
      "&amp;",
      "    ",
    );
    const text = fc.array(fc.oneof(sign, fc.stringMatching(/^[a-z]{1,6}$/), fc.constant(" ")), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const { blocks, title } = await importMarkdown(`word ${parts.join("")}`);
        const said = [title, ...leavesOf({ blocks }).map((leaf) => leaf.text)].join(" ");
        expect(said).toContain("word");
      }),
      { numRuns: 150 },
    );
  });

  it("brings nothing to life", async () => {
    const { blocks } = await importMarkdown(
      "a <img src=x onerror=alert(1)> [x](data:text/html,x) <javascript:alert(1)>\n\n<iframe src=javascript:alert(1)>",
    );
    expect(JSON.stringify(blocks)).not.toMatch(/"href":"(?!https?:)|onerror|iframe/);
  });
});

describe("what looks like Markdown", () => {
  it.each([
    ["empty lines", "\n".repeat(200_000)],
    ["lines of blanks", " \n".repeat(100_000)],
    ["a list in front matter", `---\na: [${",".repeat(150_000)}]\n---\n`],
  ])("is told at once of %s", (_, text) => {
    const begun = performance.now();
    expect(typeof looksLikeMarkdown(`x${text}x`.replace(/^x---/, "---"))).toBe("boolean");
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  // Each text alone took seconds.
  it.each(["[a](<", '[a](b "'])("is told of any number of links that do not end, such as %s", (link) => {
    const text = link.repeat(200_000 / link.length);
    for (let i = 0; i < 60; i++) expect(looksLikeMarkdown(text)).toBe(false);
  });

  it.each(["[a](b) [c](<d e>)", '[a](b "A title") ![c](d_(e).png (f))'])("is text with links: %s", (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each(Object.entries(SOURCES))("is %s", (_, source) => {
    expect(looksLikeMarkdown(source)).toBe(true);
  });

  it.each([
    ...Object.entries(PLAIN).filter(([path]) => !path.includes("code-fenced")),
    ["an asterisk", "It costs 5 * 3 * 2 euros.* Or more.\n\n* Without tax."],
    ["a hash tag", "#sea #weather\n\nThe tide was low. Rated # 1 in the #charts."],
    ["brackets", "He said [sic] that (perhaps) it was dry [1].\n\n[1] See the tables."],
    ["a list", "Shopping\n\n- bread\n- milk\n- salt"],
    ["snake_case", "The file is my__file__name and a_b_c."],
    ["stars as marks", "Rating: ***** of five\n\n*** \n\nGood."],
  ])("is not %s", (_, text) => {
    expect(looksLikeMarkdown(text!)).toBe(false);
  });
});
