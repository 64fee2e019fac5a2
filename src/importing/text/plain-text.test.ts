import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { ImportProblem } from "../import-problem.ts";
import { importText } from "./plain-text.ts";
import { headerOf } from "./text-header.ts";
import { linesOf } from "./lines.ts";

/** What a sign becomes is structure: marks of lists, quotations, rules, code and headings, and the hyphen of a divided word. */
const SIGNS =
  /[\s\u00A0\u3000>`~*_=#·•⁂❦◆◇＊─━—–\-\u2010\u00AD+‣◦▪▫●○■□➤➢✓✔・∙⁃.)）(（、．"①-⑳\u200B\u2060\uFEFF\u00A0^]|\p{Cc}/gu;

const lettersOf = (text: string) => [...text.replace(SIGNS, "")].sort().join("");

const textsOf = (blocks: Block[]) => leavesOf({ blocks }).map(({ text }) => text);

describe("nothing visible is lost", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "tide",
      "The",
      "sea",
      "wall.",
      "https://example.org/a",
      "漢字",
      "かな。",
      "שלום",
      "ÉTÉ",
      "12",
      "a",
      "well-",
      "known",
    ),
    fc.string({ maxLength: 8, unit: "grapheme" }),
  );
  const start = fc.constantFrom(
    "",
    "",
    "",
    "- ",
    "  * ",
    "1. ",
    "2. ",
    "> ",
    ">> ",
    "    ",
    "　",
    "# ",
    "```",
    "---",
    "THE SEA ",
    "===",
  );
  const line = fc.tuple(start, fc.array(word, { maxLength: 14 })).map(([first, words]) => first + words.join(" "));
  const text = fc.array(fc.oneof(line, line, fc.constant("")), { maxLength: 25 }).map((lines) => lines.join("\n"));

  it("of any text: its letters and digits are all in the title, the blocks and the related titles", () => {
    fc.assert(
      fc.property(text, (source) => {
        let article;
        try {
          article = importText(source);
        } catch (error) {
          expect(error).toEqual(new ImportProblem("empty"));
          return;
        }
        // What is told of author, date and address stands in fields of its own.
        const header = headerOf(linesOf(source), article.lang);
        if (header.byline || header.published || header.address || article.address) return;
        const parts = [...textsOf(article.blocks), ...article.related.map(({ title }) => title)];
        if (header.title !== undefined) parts.push(header.title, ...(header.repeated ?? []));
        // Numbers of list items and the names of programming languages are structure too.
        const letters = (all: string) => lettersOf(all.replace(/\d/g, ""));
        const named = article.blocks.flatMap((block) => (block.type === "preformatted" ? (block.language ?? "") : ""));
        const found = letters([...parts, ...named].join(""));
        const lost = [...letters(source)];
        for (const letter of found) {
          const at = lost.indexOf(letter);
          if (at >= 0) lost.splice(at, 1);
        }
        expect(lost.join("").replace(/^[a-z]+$/i, (rest) => (hasLetteredList(article.blocks) ? "" : rest))).toBe("");
      }),
      { numRuns: 400 },
    );
  });

  it("of a text of any length, in time that grows with it", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${">".repeat(i % 40)}${" ".repeat(i % 9)}- ${i} \`\`\``);
    expect(textsOf(importText(lines.join("\n")).blocks).length).toBeGreaterThan(100);
  });
});

function hasLetteredList(blocks: Block[]): boolean {
  return blocks.some(
    (block) =>
      (block.type === "list" && (block.numbering !== undefined || block.items.some(hasLetteredList))) ||
      (block.type === "quote" && hasLetteredList(block.content)),
  );
}

describe("what is no text", () => {
  it.each(["", "  \n\n", "\u200B"])("is refused: %j", (source) => {
    expect(() => importText(source)).toThrow(new ImportProblem("empty"));
  });
});
