import { describe, expect, it } from "vitest";
import { commands } from "vitest/browser";
import type { Block, Inline } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { printedBy } from "./printing.ts";

const printed = printedBy((printing) => commands.printPage(printing));

const SENTENCES = [
  "the harbour had been quiet for the whole of the winter, and when the first boats came back in the spring nobody was there to meet them but the old lightkeeper.",
  "he had counted the days on the wall of his kitchen with a piece of chalk, and he had forgotten two of them, which troubled him considerably.",
  "nobody asked him about it afterwards, for there were nets to mend and prices to argue over, and the well-known quarrel about the pier began again.",
];
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
/** Each is another, so that nothing looks like what is printed on every page. */
const paragraphs = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, at) => `In year ${from + at + 1800}, ${SENTENCES[(from + at) % 3]} ${capital(SENTENCES[(from + at + 1) % 3]!)}`,
  );
const markup = (texts: string[]) => texts.map((text) => `<p>${text}</p>`).join("");
const textOf = (content: Inline[]) => content.map((inline) => ("text" in inline ? inline.text : "")).join("");
const textsOf = (blocks: Block[]) => leavesOf({ blocks }).map(({ text }) => text);
const tablesOf = (blocks: Block[]) =>
  blocks.flatMap((block) =>
    block.type === "table"
      ? [block.rows.map((row) => row.map(({ content, header }) => (header ? "*" : "") + textOf(content)))]
      : [],
  );
const rows = (cells: string[][]) => cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join("")}`).join("");

const HEAD = ["Boat", "Came back", "Fish (kg)"];
const BOATS = [
  ["Ada", "In the last week of the winter", "120"],
  ["Bo", "Never", "0"],
  ["Carla of the North", "In spring", "1,250"],
  ["Dora", "In March, without its nets, which were lost in the storm of the second week, and with a broken mast", "7"],
];
const head = HEAD.map((cell) => `<th>${cell}`).join("");

describe("a table that no tags tell", () => {
  it.each([
    ["ruled, its cells in the middle of their rows", "td, th { border: 1px solid; padding: 4px 8px }"],
    ["of white alone, its cells at the top", "td, th { padding: 4px 14px 4px 0; vertical-align: top }"],
    ["with numbers at the right", "td, th { padding: 4px 14px; } td:nth-child(3) { text-align: right }"],
  ])("is one again: %s", async (_, style) => {
    const texts = paragraphs(0, 3);
    const { blocks } = await printed(
      `<html lang="en">${markup(texts.slice(0, 1))}<table><tr>${head}${rows(BOATS)}</table>${markup(texts.slice(1))}`,
      { style: `table { border-collapse: collapse } th { text-align: left } ${style}` },
    );
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "table", "paragraph", "paragraph"]);
    expect(tablesOf(blocks)).toEqual([[HEAD.map((cell) => `*${cell}`), ...BOATS]]);
  });

  it("stands between columns of prose above it and below, and in one of them", async () => {
    const texts = paragraphs(0, 24);
    const small = ["Ada|1901|12 m", "Bo|1910|9 m", "Carla|1888|15 m", "Dora|1923|11 m"].map((row) => row.split("|"));
    const style = "main { columns: 2; column-gap: 0.5cm; text-align: justify } td { padding: 1px 1cm 1px 0 }";
    const between = await printed(
      `<html lang="en"><main>${markup(texts.slice(0, 12))}</main><table>${rows(small)}</table><main>${markup(texts.slice(12))}</main>`,
      { style },
    );
    const cells = small.flat();
    expect(textsOf(between.blocks)).toEqual([...texts.slice(0, 12), ...cells, ...texts.slice(12)]);
    const within = await printed(
      `<html lang="en"><main>${markup(texts.slice(0, 2))}<table>${rows(small)}</table>${markup(texts.slice(2))}</main>`,
      { style },
    );
    expect(textsOf(within.blocks)).toEqual([...texts.slice(0, 2), ...cells, ...texts.slice(2)]);
    expect([between, within].map(({ blocks }) => tablesOf(blocks))).toEqual([[small], [small]]);
  });

  it("reads from the right where its letters do", async () => {
    const cells = [
      ["القارب الصغير", "سنة البناء"],
      ["أدا", "1901"],
      ["بو", "1910"],
      ["دورا", "1912"],
    ];
    const { blocks } = await printed(`<html lang="ar" dir="rtl"><table>${rows(cells)}</table>`, {
      style: "td { padding: 2px 0 2px 2cm }",
    });
    expect(tablesOf(blocks)).toEqual([cells]);
  });
});

describe("what is no table", () => {
  it.each([
    ["two columns", "columns: 2"],
    ["two columns set to both edges", "columns: 2; text-align: justify; column-gap: 0.5cm"],
    ["three narrow columns set to both edges", "columns: 3; text-align: justify; font-size: 9pt; column-gap: 0.6cm"],
    ["two columns with hyphens and indents", "columns: 2; text-align: justify; hyphens: auto"],
  ])("stays prose: %s", async (_, style) => {
    const texts = paragraphs(0, 30);
    const { blocks } = await printed(`<html lang="en"><main>${markup(texts)}</main>`, { style: `main { ${style} }` });
    expect(textsOf(blocks)).toEqual(texts);
    expect(tablesOf(blocks)).toEqual([]);
  });

  it("stays a list of numbers, though they stand far from their text", async () => {
    const items = ["Mend the nets.", "Argue about prices.", "Sleep until the evening.", "Count the boats."];
    const { blocks } = await printed(
      `<html lang="en">${markup(paragraphs(0, 1))}<ol>${items.map((item) => `<li>${item}`).join("")}</ol>`,
      {
        style: "li::marker { content: counter(list-item) '.\\2003\\2003' }",
      },
    );
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "list"]);
  });

  it("stays a list, though its bullets are drawn", async () => {
    const items = ["first item", "second item that is a little longer", "third", capital(SENTENCES[0]!), "last one"];
    const text = paragraphs(0, 1)[0]!;
    for (const [lang, dir, style] of [
      ["en", "ltr", ""],
      ["en", "ltr", "li { list-style: square }"],
      ["en", "ltr", "li { list-style: circle }"],
      ["en", "ltr", "body { font: 16pt sans-serif } li { margin: 0.4em 0 }"],
    ]) {
      const { blocks } = await printed(
        `<html lang="${lang}" dir="${dir}"><p>${text}<ul>${items.map((item) => `<li>${item}`).join("")}</ul><p>${text}`,
        { style: style! },
      );
      expect(
        blocks.map(({ type }) => type),
        style,
      ).toEqual(["paragraph", "list", "paragraph"]);
      expect(blocks[1]).toMatchObject({ ordered: false, items: items.map(() => [{}]) });
      expect(textsOf(blocks)).toEqual([text, ...items, text]);
    }
    const words = ["شباك", "حبال من القنب", "ملح البحر"];
    const { blocks } = await printed(
      `<html lang="ar" dir="rtl"><p>${words.join(" ")}<ul>${words.map((item) => `<li>${item}`).join("")}</ul>`,
    );
    expect(textsOf(blocks)).toEqual([words.join(" "), ...words]);
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "list"]);
  });

  it("stays a text, though dots are drawn in it", async () => {
    const dot = (style: string) =>
      `<i style="display: inline-block; width: 4pt; height: 4pt; background: #000; border-radius: 2pt; ${style}"></i>`;
    const texts = ["Ada sails", "and Bo stays", "at home"];
    const { blocks } = await printed(
      `<html lang="en">${markup(paragraphs(0, 1))}<p>${texts.join(` ${dot("margin-block-end: 2pt")} `)}</p>`,
    );
    expect(textsOf(blocks)[1]).toBe(texts.join(" "));
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "paragraph"]);
  });

  it("stays code, with the white in it", async () => {
    const code = "name    boats  year\nAda     12     1901\nBo      7      1910\nCarla   9      1888";
    const { blocks } = await printed(`<html lang="en">${markup(paragraphs(0, 1))}<pre>${code}</pre>`);
    expect(blocks[1]).toEqual({ type: "preformatted", text: code });
  });
});

describe("a printed page has its text again", () => {
  it("in German, in justified columns over pages", async () => {
    const texts = Array.from(
      { length: 16 },
      (_, at) =>
        `Im Jahr ${1800 + at} war der Hafen den ganzen Winter über still gewesen, und als die ersten Fischerboote zurückkehrten, war niemand da außer dem Leuchtturmwärter und seinem Hund. Die Vor- und Nachteile der Küstenschifffahrt wurden in den Hafengaststätten ausführlichst besprochen, Dampfschifffahrtsgesellschaften eingeschlossen.`,
    );
    const { blocks, lang } = await printed(
      `<html lang="de"><h1>Über die Schifffahrt</h1><main>${markup(texts)}</main>`,
      {
        style: "main { columns: 2; text-align: justify; hyphens: auto }",
      },
    );
    expect(lang).toBe("de");
    expect(textsOf(blocks)).toEqual(texts);
  });

  it("with headings, and with its notes at the foot", async () => {
    const [a, b, c, d] = paragraphs(0, 4);
    const { title, blocks } = await printed(
      `<html lang="en"><h1>The light</h1><p>${a}<sup>1</sup> ${b}</p><h2>First winter</h2><p>${c}</p><h3>January</h3><p>${d}</p><hr><footer><sup>1</sup> Kept in the tower, in the hand of the keeper himself.</footer>`,
      { style: "footer { font-size: 8.5pt }" },
    );
    expect(title).toBe("The light");
    expect(blocks.map((block) => (block.type === "heading" ? block.level : block.type))).toEqual([
      "paragraph",
      2,
      "paragraph",
      3,
      "paragraph",
      "note",
    ]);
    expect(textsOf(blocks)).toEqual([
      `${a}1 ${b}`,
      "First winter",
      c,
      "January",
      d,
      "Kept in the tower, in the hand of the keeper himself.",
    ]);
  });

  it("in Arabic, with its brackets the right way round", async () => {
    const texts = [
      "في الربيع عادت القوارب الأولى إلى الميناء (وكان عددها 12) ولم يسأله أحد عن ذلك.",
      "قال الحارس «لا أحد هنا» ثم كتب في الدفتر [1] ما رآه (Ada Holm, 1984) في ذلك اليوم.",
    ];
    const { blocks } = await printed(`<html lang="ar" dir="rtl">${markup(texts)}`);
    expect(textsOf(blocks)).toEqual(texts);
  });

  it("in English, with words of another direction in it", async () => {
    const texts = [
      "The old name of the harbour is الميناء القديم, and its keeper is called بو by those who live there.",
    ];
    const { blocks } = await printed(`<html lang="en">${markup(texts)}`);
    expect(textsOf(blocks)).toEqual(texts);
  });
});
