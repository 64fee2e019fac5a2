import { expect, test } from "vitest";
import { compileArticle } from "./markdown.ts";
import { ArticleError } from "./source.ts";

function messageOf(source: string, file = "article.md"): string {
  try {
    compileArticle(source, file);
  } catch (error) {
    if (error instanceof ArticleError) return error.message;
    throw error;
  }
  return "no error";
}

const headMessage = (...lines: string[]) => messageOf(["---", ...lines, "---", "", "Text."].join("\n"));
const GOOD = ["title: Title", "lang: en", "published: 2025-04-28"];

test("the sound frame of these tests compiles", () => {
  expect(headMessage(...GOOD)).toBe("no error");
});

const keys = "title, byline, site, lang, dir, published, summary, tags";
test.each<[string, string[], string]>([
  ["title missing", ["lang: en", "published: 2025-04-28"], "1: The front matter has no “title”."],
  ["lang missing", ["title: T", "published: 2025-04-28"], "1: The front matter has no “lang”."],
  ["published missing", ["title: T", "lang: en"], "1: The front matter has no “published”."],
  ["empty", [], "1: The front matter has no “title”."],
  [
    "unknown key",
    ["title: T", "lang: en", "author: Me"],
    `4: “author” is not a key of the front matter; the keys are ${keys}.`,
  ],
  ["number for a text", ["title: 1984", "lang: en"], "2: “title” must be a text."],
  ["empty text", ["title: T", 'byline: " "', "lang: en", "published: 2025-04-28"], "3: “byline” must be a text."],
  ["null", ["lang: en", "title:"], "3: “title” must be a text."],
  [
    "tags not a list",
    ["title: T", "tags: news", "lang: en", "published: 2025-04-28"],
    "3: “tags” must be a list of texts.",
  ],
  [
    "tags of numbers",
    ["title: T", "lang: en", "published: 2025-04-28", "tags:", "  - 1"],
    "5: “tags” must be a list of texts.",
  ],
  [
    "no language tag",
    ["title: T", "lang: english language"],
    "3: “english language” is not a language tag such as “en” or “pt-BR”.",
  ],
  ["underscore", ["title: T", "lang: en_GB"], "3: “en_GB” is not a language tag such as “en” or “pt-BR”."],
  ["no date", ["title: T", "lang: en", "published: yesterday"], "4: “yesterday” is not a date such as 2025-04-28."],
  [
    "impossible day",
    ["title: T", "lang: en", "published: 2025-02-30"],
    "4: “2025-02-30” is not a date such as 2025-04-28.",
  ],
  [
    "date with time",
    ["title: T", "lang: en", "published: 2025-02-03T10:00"],
    "4: “2025-02-03T10:00” is not a date such as 2025-04-28.",
  ],
  [
    "direction",
    ["title: T", "lang: en", "published: 2025-02-03", "dir: left"],
    "5: “dir” must be “ltr” or “rtl”, not “left”.",
  ],
  ["a list", ["- title"], "2: The front matter must be lines of the form “key: value”."],
])("%s", (_name, lines, expected) => {
  expect(headMessage(...lines)).toBe(`article.md:${expected}`);
});

test("YAML that cannot be read is reported at its line", () => {
  expect(headMessage("title: T", "lang: en", 'summary: "open')).toMatch(
    /^article\.md:4: The front matter is not valid YAML: /,
  );
  expect(headMessage("title: T", "title: U")).toMatch(/^article\.md:3: The front matter is not valid YAML: /);
});

test("an article without front matter", () => {
  const expected = "article.md:1: The article must begin with front matter between two lines of three hyphens.";
  expect(messageOf("Text.")).toBe(expected);
  expect(messageOf("")).toBe(expected);
  expect(messageOf("\n---\ntitle: T\n---\n")).toBe(expected);
});

test.each(["Article.md", "an article.md", "index.md", "-a.md"])("the file name %s makes no address", (name) => {
  expect(messageOf(["---", ...GOOD, "---", "", "Text."].join("\n"), name)).toBe(
    `${name}:1: The file's name becomes the article's address: use lower-case letters, digits and hyphens, and not “index”.`,
  );
});
