import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { compileArticle } from "./markdown.ts";

/** Each folder is one behaviour: `source.md` and, in `expected.json`, the parts of the article that show it. */
const FIXTURES = join(import.meta.dirname, "fixtures");

interface Expected {
  record?: Partial<Article["record"]>;
  blocks?: Article["body"]["blocks"];
  related?: Article["body"]["related"];
}

describe.each(readdirSync(FIXTURES))("%s", (name) => {
  const file = join(FIXTURES, name, "source.md");
  const source = readFileSync(file, "utf8");
  const { record, body } = compileArticle(source, relative(process.cwd(), file));
  const expected = JSON.parse(readFileSync(join(FIXTURES, name, "expected.json"), "utf8")) as Expected;

  test("compiles as expected", () => {
    if (expected.record) expect(record).toMatchObject(expected.record);
    if (expected.blocks) expect(body.blocks).toEqual(expected.blocks);
    if (expected.related) expect(body.related).toEqual(expected.related);
    expect(Object.keys(expected)).not.toEqual([]);
  });

  test("compiles to the same when saved on Windows", () => {
    const saved = `\uFEFF${source.replaceAll("\n", "\r\n")}`;
    expect(compileArticle(saved, relative(process.cwd(), file))).toEqual({ record, body });
  });
});

describe("a compiled article", () => {
  const compile = (body: string, title = "Title", lang = "en") =>
    compileArticle(
      `---\ntitle: ${title}\nlang: ${lang}\npublished: 2025-04-28\n---\n\n${body}\n`,
      "some/path/an-article.md",
    );

  test("takes its id from the file's name", () => {
    const { record, body } = compile("Text.");
    expect([record.id, body.id]).toEqual(["an-article", "an-article"]);
  });

  test("is dated by its publication and marked as shipped", () => {
    expect(compile("Text.").record).toMatchObject({
      origin: "shipped",
      savedAt: Date.UTC(2025, 3, 28),
      published: "2025-04-28",
    });
  });

  test("has a revision that changes with record and body and with nothing else", () => {
    const revision = compile("Text.").record.revision;
    expect(revision).toMatch(/^[0-9a-f]{12}$/);
    expect(compile("Text.\n\n\n").record.revision).toBe(revision);
    expect(compile("Texts.").record.revision).not.toBe(revision);
    expect(compile("*Text.*").record.revision).not.toBe(revision);
    expect(compile("Text.", "Another").record.revision).not.toBe(revision);
    expect(compile("Text.\n\n:::related\n- [a](an-article.md)\n:::").record.revision).not.toBe(revision);
  });

  test("counts the words of the body, not those of notes and related links", () => {
    expect(compile("One two three.").record).toMatchObject({ words: 3, minutes: 1 });
    const plain = compile("One.[^1]\n\n[^1]: Two.").record;
    const more = compile("One.[^1]\n\n[^1]: Two three four.\n\n:::related\n- [Five six](an-article.md)\n:::").record;
    expect(more.words).toBe(plain.words);
  });

  test.each([
    ["ar", "rtl"],
    ["fa", "rtl"],
    ["he", "rtl"],
    ["ur-PK", "rtl"],
    ["az-Arab", "rtl"],
    ["az", "ltr"],
    ["ar-Latn", "ltr"],
    ["ja", "ltr"],
  ])("in %s is set %s", (lang, dir) => {
    expect(compile("Text.", "Title", lang).record.dir).toBe(dir);
  });
});
