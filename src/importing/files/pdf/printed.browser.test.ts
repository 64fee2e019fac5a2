import { describe, expect, it } from "vitest";
import { commands } from "vitest/browser";
import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { printedBy } from "./printing.ts";

declare module "vitest/browser" {
  interface BrowserCommands {
    printPage(printing: { html: string; tagged: boolean }): Promise<string>;
  }
}

const printed = printedBy((printing) => commands.printPage(printing));

const textsOf = (blocks: Block[]) => leavesOf({ blocks }).map(({ text }) => text);

const SENTENCES = [
  "The harbour had been quiet for the whole of the winter, and when the first boats came back in the spring nobody was there to meet them but the old lightkeeper and his extraordinarily patient dog.",
  "He had counted the days on the wall of his kitchen with a piece of chalk, and he had forgotten two of them, which troubled him considerably more than the uncomfortable temperatures had ever done.",
  "Nobody asked him about it afterwards, for there were nets to mend and prices to argue over, and the well-known quarrel about the pier began again where it had stopped in the preceding autumn.",
];
/** Each is another, so that nothing looks like what is printed on every page. */
const paragraphs = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `In year ${index + 1801} it was so. ${SENTENCES[index % 3]} ${SENTENCES[(index + 1) % 3]} It ended in ${index + 1900}.`,
  );
const markup = (texts: string[]) => texts.map((text) => `<p>${text}</p>`).join("");

describe("a printed page", () => {
  it("of two columns, hyphens, running heads and page numbers is its text again", async () => {
    const texts = paragraphs(30);
    const { title, blocks } = await printed(
      `<html lang="en"><h1>A study of harbours and of those who keep the lights in them</h1><main>${markup(texts)}</main>`,
      {
        style: `@page { @top-center { content: "A study of harbours" } @bottom-center { content: counter(page) } }
        h1 { text-align: center } main { columns: 2; hyphens: auto; text-align: justify } p { margin: 0; text-indent: 1.5em }`,
      },
    );
    expect(title).toBe("A study of harbours and of those who keep the lights in them");
    expect(textsOf(blocks)).toEqual(texts);
  });

  it("of one column with space between its paragraphs is its text again", async () => {
    const texts = paragraphs(20);
    expect(textsOf((await printed(`<html lang="en">${markup(texts)}`)).blocks)).toEqual(texts);
  });

  it("that says what its text is has its lists and headings again", async () => {
    const [a, b] = paragraphs(2);
    const html = `<html lang="en"><title>Harbours of the north</title><h1>Harbours of the north</h1><p>${a}</p><h2>Lists</h2><ul><li>Nets<li>Ropes and ${b}<ul><li>of hemp<li>of silk</ul><li>Salt</ul><ol start="3"><li>Mend.<li>Argue.</ol><table><tr><th>Boat<th>Came back<tr><td>Ada<td>In the last week of the winter, without its nets<tr><td>Bo<td>Never</table>`;
    const { title, blocks } = await printed(html, { tagged: true });
    expect(title).toBe("Harbours of the north");
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "heading", "list", "list", "table"]);
    expect(blocks[2]).toMatchObject({
      ordered: false,
      items: [[{}], [{}, { type: "list", items: [[{}], [{}]] }], [{}]],
    });
    expect(blocks[4]).toMatchObject({
      rows: [
        [{ header: true }, { header: true }],
        [{}, {}],
        [{}, {}],
      ],
    });
    expect(blocks[3]).toMatchObject({ ordered: true, start: 3, items: [[{}], [{}]] });
    expect(textsOf(blocks)).toEqual([
      a,
      "Lists",
      "Nets",
      `Ropes and ${b}`,
      "of hemp",
      "of silk",
      "Salt",
      "Mend.",
      "Argue.",
      "Boat",
      "Came back",
      "Ada",
      "In the last week of the winter, without its nets",
      "Bo",
      "Never",
    ]);
  });

  it.each([
    [
      "ja",
      "ltr",
      "",
      [
        "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。",
        "吾輩はここで始めて人間というものを見た。しかもあとで聞くとそれは書生という人間中で一番獰悪な種族であったそうだ。",
      ],
    ],
    [
      "ja",
      "ltr",
      "body { writing-mode: vertical-rl; height: 20cm }",
      [
        "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。",
        "吾輩はここで始めて人間というものを見た。しかもあとで聞くとそれは書生という人間中で一番獰悪な種族であったそうだ。",
      ],
    ],
    [
      "ar",
      "rtl",
      "",
      [
        "كان الميناء هادئا طوال الشتاء ولم يكن هناك أحد سوى حارس المنارة العجوز وكلبه الصغير. في عام 1984 كتب Ada Holm كتابا عن البحر وعن الذين يعيشون عليه.",
        "في الربيع عادت القوارب الأولى إلى الميناء ولم يسأله أحد عن ذلك.",
      ],
    ],
    [
      "ar",
      "rtl",
      "",
      [
        "عبرت العبّارة عند الفجر بينما كان الحارس يعدّ المصابيح على طول الرصيف واحدًا تلو الآخر ثمّ مضى.",
        "كتب الحارس عن المدّ والجزر كتابًا، ولم يقرأه أحدٌ.",
      ],
    ],
    ["he", "rtl", "", ["הַסַּפָּן עָמַד עַל הָרְצִיף וְסָפַר אֶת הַפָּנָסִים אֶחָד אֶחָד."]],
    [
      "de",
      "ltr",
      "body { width: 7cm; hyphens: auto; text-align: justify }",
      [
        "Der Hafen war den ganzen Winter über still gewesen, und als die ersten Fischerboote zurückkehrten, war niemand da außer dem Leuchtturmwärter und seinem Hund. Die Vor- und Nachteile der Küstenschifffahrt wurden in den Hafengaststätten ausführlichst besprochen.",
      ],
    ],
  ])("in %s (%s) is its text again %s", async (lang, dir, style, texts) => {
    const article = await printed(`<html lang="${lang}" dir="${dir}">${markup(texts)}`, { style });
    expect(article).toMatchObject({ lang, dir });
    // Of two signs at one letter either may come first: they mean the same.
    expect(textsOf(article.blocks).map((text) => text.normalize())).toEqual(texts.map((text) => text.normalize()));
  });
});
