import { mkdtempSync, writeFileSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileArticle } from "./markdown.ts";
import { ArticleError } from "./source.ts";

const HEAD = ["---", "title: Title", "lang: en", "published: 2025-04-28", "---", ""];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-"));
  mkdirSync(join(folder, "article"));
  writeFileSync(join(folder, "article", "sizeless.svg"), "<svg></svg>");
  writeFileSync(join(folder, "article", "short.png"), "\x89PNG");
  writeFileSync(join(folder, "article", "data.csv"), "a,b");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The message for a body: its first line is line 7 of the file. */
function bodyMessage(...lines: string[]): string {
  const file = join(folder, "article.md");
  try {
    compileArticle([...HEAD, ...lines].join("\n"), file);
  } catch (error) {
    if (error instanceof ArticleError) return error.message.replace(file, "article.md");
    throw error;
  }
  return "no error";
}

test("the sound frame of these tests compiles", () => {
  expect(bodyMessage("Text.")).toBe("no error");
});

describe("body", () => {
  const html = "Raw HTML is not allowed; write “\\<” for the character itself.";
  test.each<[string, string[], string]>([
    ["no text", [], "1: The article has no text."],
    ["only definitions", ["[a]: https://example.org/"], "1: The article has no text."],
    ["an HTML block", ["Text.", "", "<div>", "x", "</div>"], `9: ${html}`],
    ["inline HTML", ["Text.", "One <b>bold</b> word."], `8: ${html}`],
    ["an HTML comment", ["Text.", "", "<!-- note -->"], `9: ${html}`],
    ["HTML in a list", ["- a", "- b", "  - <br>"], `9: ${html}`],
    [
      "a heading of level 1",
      ["# Title"],
      "7: The title in the front matter is the only heading of level 1; begin with “##”.",
    ],
    [
      "an underlined heading of level 1",
      ["Text.", "", "Title", "====="],
      "9: The title in the front matter is the only heading of level 1; begin with “##”.",
    ],
    [
      "a first heading of level 3",
      ["### A"],
      "7: This heading of level 3 follows one of level 1; the next is level 2.",
    ],
    [
      "a level skipped",
      ["## A", "", "#### B"],
      "9: This heading of level 4 follows one of level 2; the next is level 3.",
    ],
    [
      "a level skipped in a quotation",
      ["## A", "", "> #### B"],
      "9: This heading of level 4 follows one of level 2; the next is level 3.",
    ],
    ["an empty heading", ["##"], "7: This heading has no text."],
    ["an empty list item", ["- a", "-"], "8: This list item has no text."],
    ["an empty paragraph", ["&#32;"], "7: This paragraph has no text."],
    ["an empty quotation", [">"], "7: This quotation has no text."],
  ])("%s", (_name, lines, expected) => {
    expect(bodyMessage(...lines)).toBe(`article.md:${expected}`);
  });
});

describe("directives", () => {
  const blocks =
    "the block directives are :::definitions, :::lang, :::list, :::pull, :::quote, :::related and :::table.";
  test.each<[string, string[], string]>([
    [
      "unknown in a text",
      ["A :foo[bar] b."],
      "7: “:foo” is not known; the directives in a text are :lang, :bdi, :abbr, :cite, :ruby, :math and :small.",
    ],
    [
      "unknown with attributes",
      ["Text", "a :foo{bar=x} b."],
      "8: “:foo” is not known; the directives in a text are :lang, :bdi, :abbr, :cite, :ruby, :math and :small.",
    ],
    ["unknown leaf", ["::video[x]"], `7: “::video” is not known; ${blocks}`],
    ["unknown container", ["Text.", "", ":::note", "x", ":::"], `9: “:::note” is not known; ${blocks}`],
    [
      "never closed",
      [":::pull", "x", "", "Text."],
      "7: “:::pull” is never closed; end it with a line of three colons.",
    ],
    [
      "a container without a name",
      [":::", "x", ":::"],
      "7: This looks like a block directive but is none; a name follows the colons at once, as in “:::pull”.",
    ],
    ["empty container", [":::pull", ":::"], "7: This quotation has no text."],
    ["label", [":::pull[x]", "y", ":::"], "7: “:::pull” takes no label."],
    ["attribute of a container", [":::pull{author=x}", "y", ":::"], "7: “:::pull” has no attribute “author”."],
    [
      "language of a container",
      [":::quote{lang=x_y}", "y", ":::"],
      "7: “x_y” is not a language tag such as “en” or “pt-BR”.",
    ],
    [
      "lang without brackets",
      ["a :lang b"],
      "7: “:lang” needs its text in square brackets; write “\\:lang” for the characters.",
    ],
    ["lang without language", ["a :lang[b] c"], "7: “:lang” needs a language, as in “:lang[merci]{lang=fr}”."],
    ["lang with a bad tag", ["a :lang[b]{lang=x_y} c"], "7: “x_y” is not a language tag such as “en” or “pt-BR”."],
    ["lang with a bad direction", ["a :lang[b]{lang=fr dir=up} c"], "7: “dir” must be “ltr” or “rtl”, not “up”."],
    ["lang with an empty attribute", ["a :lang[b]{lang=fr dir} c"], "7: The attribute “dir” of “:lang” is empty."],
    ["unknown attribute", ["a :lang[b]{lang=fr id=x} c"], "7: “:lang” has no attribute “id”."],
    ["abbr without title", ["a :abbr[b] c"], "7: “:abbr” needs a title: what the abbreviation stands for."],
    ["small with an attribute", ["a :small[b]{size=1} c"], "7: “:small” has no attribute “size”."],
  ])("%s", (_name, lines, expected) => {
    expect(bodyMessage(...lines)).toBe(`article.md:${expected}`);
  });
});

describe("links and footnotes", () => {
  const scheme = (name: string) => `A link may begin with https:, http:, mailto: or tel:, not with “${name}”.`;
  test.each<[string, string[], string]>([
    ["javascript", ["[a](javascript:alert(1))"], `7: ${scheme("javascript:")}`],
    ["javascript in capitals and with a tab", ["[a](<JAVA\tSCRIPT:alert(1)>)"], `7: ${scheme("javascript:")}`],
    ["data", ["Text [a][b].", "", "[b]: data:text/html,x"], `9: ${scheme("data:")}`],
    ["autolink", ["<file:///etc/passwd>"], `7: ${scheme("file:")}`],
    [
      "relative",
      ["[a](elsewhere/page)"],
      "7: “elsewhere/page” is neither a full address nor the file of another article such as “other.md”.",
    ],
    [
      "another site without a scheme",
      ["[a](//example.org/)"],
      "7: “//example.org/” is neither a full address nor the file of another article such as “other.md”.",
    ],
    ["fragment", ["[a](#b)"], "7: “#b” is neither a full address nor the file of another article such as “other.md”."],
    ["a missing article", ["[a](other.md)"], "7: There is no article “other.md”."],
    ["no text", ["a [](https://example.org/)"], "7: This link has no text."],
    [
      "a link in a link",
      ["[a :small[[b](https://b.example)]](https://a.example)"],
      "7: A link cannot stand inside another link.",
    ],
    ["a footnote without definition", ["Text.[^1]"], "7: The footnote [^1] is not defined."],
    [
      "a footnote without definition, further down",
      ["Text", "and *more", "text[^note]*."],
      "9: The footnote [^note] is not defined.",
    ],
    ["a footnote never referred to", ["Text.", "", "[^1]: Note."], "9: The footnote [^1] is never referred to."],
    [
      "a footnote defined twice",
      ["Text.[^1]", "", "[^1]: Note.", "", "[^1]: Again."],
      "11: The footnote [^1] is defined twice.",
    ],
    ["a footnote without text", ["Text.[^1]", "", "[^1]:"], "9: The footnote [^1] has no text."],
    ["a heading in a footnote", ["## A", "", "Text.[^1]", "", "[^1]: ## B"], "11: A footnote cannot have a heading."],
    [
      "a footnote inside a link",
      ["[a[^1]](https://example.org/)", "", "[^1]: Note."],
      "7: A footnote cannot be referred to inside a link.",
    ],
  ])("%s", (_name, lines, expected) => {
    expect(bodyMessage(...lines)).toBe(`article.md:${expected}`);
  });

  test("an escaped footnote mark is text", () => {
    expect(bodyMessage("Text \\[^1].")).toBe("no error");
  });
});

describe("pictures", () => {
  const place = (url: string) => `The picture “${url}” must be a file in the folder “article/” beside the article.`;
  test.each<[string, string[], string]>([
    [
      "no text alternative",
      ["Text.", "", "![](article/a.svg)"],
      "9: The picture “article/a.svg” has no text alternative; describe it between the square brackets.",
    ],
    [
      "blank text alternative",
      ["![ ](article/a.svg)"],
      "7: The picture “article/a.svg” has no text alternative; describe it between the square brackets.",
    ],
    ["another site", ["![a](https://example.org/a.svg)"], `7: ${place("https://example.org/a.svg")}`],
    ["another folder", ["![a](other/a.svg)"], `7: ${place("other/a.svg")}`],
    ["out of the folder", ["![a](article/../a.svg)"], `7: ${place("article/../a.svg")}`],
    ["not there", ["![a](article/a.svg)"], "7: There is no picture “article/a.svg”."],
    [
      "not a picture",
      ["![a](article/data.csv)"],
      "7: The picture “article/data.csv” must be one of svg, png, jpg, jpeg, webp.",
    ],
    [
      "without a size",
      ["![a](article/sizeless.svg)"],
      "7: The picture “article/sizeless.svg” does not say how large it is.",
    ],
    ["cut short", ["![a](article/short.png)"], "7: The picture “article/short.png” does not say how large it is."],
  ])("%s", (_name, lines, expected) => {
    expect(bodyMessage(...lines)).toBe(`article.md:${expected}`);
  });

  test("what is wrong with a caption is reported where the picture stands", () => {
    writeFileSync(join(folder, "article", "a.svg"), '<svg viewBox="0 0 4 3"></svg>');
    const withCaption = (caption: string) => bodyMessage("Text.", "", `![a](article/a.svg "${caption}")`);
    expect(withCaption("A note.[^1]")).toBe("article.md:9: A caption cannot have a footnote.");
    expect(withCaption("A <b>note</b>.")).toBe(
      "article.md:9: Raw HTML is not allowed; write “\\<” for the character itself.",
    );
    expect(withCaption("# A heading")).toBe("article.md:9: A caption must be one paragraph.");
  });
});

describe("tables and related links", () => {
  test.each<[string, string[], string]>([
    [
      "a row too short",
      ["| a | b |", "|---|---|", "| c |"],
      "9: This row has 1 cells, the first row of the table has 2.",
    ],
    [
      "a row too long",
      ["| a | b |", "|---|---|", "| c | d | e |"],
      "9: This row has 3 cells, the first row of the table has 2.",
    ],
    ["a column without heading", ["| a |  |", "|---|---|", "| c | d |"], "7: This column of the table has no heading."],
    [
      "related before the end",
      [":::related", "- [a](article.md)", ":::", "", "Text."],
      "7: “:::related” must be the last thing in the article.",
    ],
    [
      "related inside a quotation",
      ["Text.", "", "> :::related", "> - [a](article.md)", "> :::"],
      "9: “:::related” must be the last thing in the article.",
    ],
    [
      "related twice",
      ["Text.", "", ":::related", "- [a](article.md)", ":::", "", ":::related", "- [a](article.md)", ":::"],
      "9: “:::related” must be the last thing in the article.",
    ],
    [
      "more than a list",
      ["Text.", "", ":::related", "See:", "", "- [a](article.md)", ":::"],
      "9: “:::related” must hold one list of links and nothing else.",
    ],
    [
      "an item that is more than a link",
      ["Text.", "", ":::related", "- [a](article.md)", "- see [b](article.md)", ":::"],
      "11: Each item of “:::related” must be a link and nothing else.",
    ],
    [
      "an unsafe link",
      ["Text.", "", ":::related", "- [a](javascript:x)", ":::"],
      "10: A link may begin with https:, http:, mailto: or tel:, not with “javascript:”.",
    ],
    [
      "never closed",
      ["Text.", "", ":::related", "- [a](article.md)"],
      "9: “:::related” is never closed; end it with a line of three colons.",
    ],
  ])("%s", (_name, lines, expected) => {
    expect(bodyMessage(...lines)).toBe(`article.md:${expected}`);
  });
});

describe("formulas and ruby", () => {
  const fence = (source: string) =>
    ["```math alt=x", ...[source], "```"].map((line) => line.replace("alt=x", 'alt="x"'));
  test.each<[string, string[], string]>([
    [
      "no words for a formula",
      ["```math", "<mi>x</mi>", "```"],
      '7: A formula needs itself in words, as it is read aloud: ```math alt="x squared".',
    ],
    ["empty", fence(" "), "7: This formula is empty."],
    [
      "text outside of a token",
      fence("<mrow>x</mrow>"),
      "7: “x” in the formula must stand in <mi>, <mn>, <mo>, <mtext>.",
    ],
    ["unclosed", fence("<mrow><mi>x</mi>"), "7: The formula has a “<mrow>” that is never closed."],
    ["closed twice", fence("<mi>x</mi></mi>"), "7: The formula has a “</mi>” that closes nothing."],
    ["crossed", fence("<mrow><mi>x</mrow></mi>"), "7: The formula has a “</mrow>” that closes nothing."],
    [
      "too few parts",
      fence("<mfrac><mn>1</mn></mfrac>"),
      "7: <mfrac> in the formula needs 2 parts and has 1; <mrow> makes one of several.",
    ],
    [
      "an attribute",
      fence('<mi onclick="x">x</mi>'),
      '7: <mi> in the formula has “onclick="x"”; only <mi mathvariant="normal"> has an attribute.',
    ],
    ["an entity", fence("<mo>&times;</mo>"), "7: “&times;” in the formula is not known; write the character itself."],
    [
      "a bare angle",
      fence("<mo><</mo>"),
      "7: The formula has a “<” that begins no element; write “&lt;” for the character itself.",
    ],
    ["an empty token", fence("<mi></mi>"), "7: <mi> in the formula must hold text and nothing else."],
    [
      "inline without backticks",
      ["a :math[x]{alt=x}"],
      "7: “:math” takes MathML between backticks, as in “:math[`<mi>x</mi>`]{alt=x}”.",
    ],
    [
      "inline without words",
      ["a :math[`<mi>x</mi>`]"],
      "7: “:math” needs “alt”: the formula in words, as it is read aloud.",
    ],
    ["ruby without reading", ["a :ruby[b]"], "7: “:ruby” needs a reading, as in “:ruby[漢字]{reading=かんじ}”."],
    ["ruby with marks", ["a :ruby[*b*]{reading=c}"], "7: “:ruby” takes plain text."],
  ])("%s", (_name, lines, expected) => {
    expect(bodyMessage(...lines)).toBe(`article.md:${expected}`);
  });

  test("an element that is not known is answered with those that are", () => {
    expect(bodyMessage(...fence("<script>x</script>"))).toMatch(/^article\.md:7: “x” in the formula must stand in/);
    expect(bodyMessage(...fence("<maction></maction>"))).toMatch(
      /^article\.md:7: <maction> in the formula is not known; there are mi, mn, .*, mtd\.$/,
    );
  });
});

describe("spans, lists and definitions", () => {
  const table = (...rows: string[]) => ["| a | b |", "| - | - |", ...rows];
  test.each<[string, string[], string]>([
    ["nothing to the left", table("| << | x |"), "9: “<<” joins a cell to the one to its left, but there is none."],
    ["from head to body", table("| ^^ | x |"), "9: A cell cannot reach from the heads of a table into its body."],
    [
      "not a rectangle",
      table("| x | << |", "| ^^ | y |"),
      "9: The cells that are joined to this one must make a rectangle with it.",
    ],
    ["a row without cells", table("| x | y |", "| ^^ | ^^ |"), "10: This row of the table has no cell of its own."],
    [
      "more heads than rows",
      [":::table{heads=3}", ...table("| x | y |"), ":::"],
      "8: This table has no rows below its heads.",
    ],
    [
      "heads that are no number",
      [":::table{heads=x}", ...table(), ":::"],
      "7: “heads” must be a number of rows, not “x”.",
    ],
    [
      "more than a table",
      [":::table", "Text.", "", ...table("| x | y |"), ":::"],
      "7: “:::table” must hold one table, with its caption or without, and nothing else.",
    ],
    [
      "an unknown numbering",
      [":::list{type=b}", "1. x", ":::"],
      "7: “:::list” needs a type: “a”, “A”, “i” or “I”, as in “:::list{type=a}”.",
    ],
    [
      "a numbering of bullets",
      [":::list{type=a}", "- x", ":::"],
      "7: “:::list” must hold one numbered list and nothing else.",
    ],
    [
      "a term alone",
      [":::definitions", "- x", "- y", ":::"],
      "9: This term has no definition; leave a line free between the two.",
    ],
    ["no term", [":::definitions", "- > x", ":::"], "8: This item must begin with the term it defines."],
    ["no list of terms", [":::definitions", "x", ":::"], "7: “:::definitions” must hold one list and nothing else."],
    [
      "lang that says nothing",
      [":::lang", "x", ":::"],
      "7: “:::lang” needs a language or a direction, as in “:::lang{lang=ar}”.",
    ],
    ["lang without text", [":::lang{dir=rtl}", ":::"], "7: “:::lang” has no text."],
    ["a source alone", ["> Source: a man"], "7: This quotation has no text."],
  ])("%s", (_name, lines, expected) => {
    expect(bodyMessage(...lines)).toBe(`article.md:${expected}`);
  });
});
