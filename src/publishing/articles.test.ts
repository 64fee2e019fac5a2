import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Article, Block } from "#domain/article.ts";
import { sentences } from "#domain/segment.ts";
import { leavesOf } from "#domain/text.ts";
import { loadArticles } from "./load-articles.ts";

/** For each place that holds text, in order: how many sentences it has, counted by a person, and its first words. */
const SENTENCES: Record<string, string[]> = {
  "reading-with-lectern": [
    "3 A lectern is",
    "1 The library",
    "3 The library is",
    "1 When you open",
    "1 Adding articles",
    "4 Press “Add” in",
    "3 A pasted text",
    "3 Everything that comes",
    "2 Some sites do",
    "2 The bookmark “Save",
    "1 Copy the page",
    "2 Where Lectern is",
    "1 Make a new",
    "1 In its details,",
    "2 Add the action",
    "1 Text that suits",
    "2 Press “Text settings”",
    "1 Size, Weight and",
    "2 Spacing, of lines,",
    "2 Theme follows your",
    "2 Ready-made settings change",
    "1 “Layout” puts a",
    "3 “Reading aids” keep",
    "1 “Reset text settings”",
    "1 Finding your way",
    "3 “Contents” lists the",
    "1 Listening",
    "4 Press “Listen” and",
    "3 The page follows",
    "3 Lectern uses the",
    "1 With a screen",
    "2 Lectern never speaks",
    "1 Without a network",
    "1 Once the library",
    "3 You can install",
    "1 Press the Share",
    "1 Choose “Add to",
    "1 Press “Add”, then",
    "2 When a new",
    "1 What stays with",
    "3 There is no",
    "1 Publish your own",
    "2 Lectern is also",
  ],
  "reading-aloud": [
    "3 كانت القراءة زمنًا",
    "1 ماذا يضيف الصوت؟",
    "2 العين تقفز فوق",
    "2 وللصوت فضل آخر،",
    "1 وقد لخّصت الدوقة",
    "1 Take care of",
    "1 أي: اعتنِ بالمعنى،",
    "1 كم كلمة في",
    "4 في مراجعة علمية",
    "1 قبل أن تبدأ",
    "1 هذه أربع عادات",
    "1 اقرأ العنوان والفقرة",
    "1 ابدأ بسرعة مريحة،",
    "1 توقف عند نهاية",
    "1 أعد الجملة التي",
    "3 وليس عليك أن",
  ],
  "a-page-of-everything": [
    "4 A page is",
    "1 Words in a",
    "3 An abbreviation such",
    "3 Words of another",
    "2 Hebrew and Arabic",
    "1 Blocks that run",
    "2 هذه فقرة بالعربية",
    "1 البند الأول",
    "1 البند الثاني",
    "1 Lists",
    "2 A list may",
    "1 The page",
    "1 its size",
    "1 its margins",
    "1 the inner one",
    "1 the outer one",
    "1 The line",
    "1 Choose the measure.",
    "1 Choose the space",
    "1 short lines need",
    "1 long lines need",
    "1 Read a whole",
    "1 A definition list",
    "1 Measure",
    "2 The length of",
    "1 Leading",
    "1 Line spacing",
    "2 The distance from",
    "1 Orphan",
    "2 A line left",
    "1 What others have",
    "1 Take care of",
    "1 The Duchess, in",
    "1 A quotation in",
    "1 Je n’ai fait",
    "1 Blaise Pascal, Provincial",
    "1 The best setting",
    "1 Pictures",
    "2 The parts of",
    "1 Tables",
    "2 The first row",
    "1 Sizes of paper,",
    "1 Series",
    "1 Format",
    "1 Size",
    "1 Width",
    "1 Height",
    "1 A",
    "1 A4",
    "1 210",
    "1 297",
    "1 A5",
    "1 148",
    "1 210",
    "1 B",
    "1 B5",
    "1 176",
    "1 250",
    "1 Letter",
    "1 one format only",
    "1 216",
    "1 279",
    "1 Code",
    "1 p {\n ",
    "1 Formulas",
    "2 The sheets of",
    "1 ￼",
    "2 which is about",
    "2 Small print comes",
    "2 Proper inferior figures",
  ],
  "troops-in-kursk": [
    "2 North Korea has",
    "3 The troops were",
    "1 A treaty of",
    "3 Pyongyang bases the",
    "1 An attack on",
    "1 Numbers the statement",
    "3 The statement did",
    "2 Estimates by the",
    "2 Military analysts describe",
    "1 An attack on",
    "3 The statement came",
    "4 Ukrainian military sources",
    "1 pressure;",
    "1 a full and",
    "1 a stronger air",
    "1 Weapons and fighters",
    "3 North Korea is",
    "2 Tests of North",
    "1 North Korea’s forces,",
    "1 Forces",
    "1 What experts say",
    "1 Military",
    "1 Over 1.2 million",
    "1 Nuclear weapons",
    "1 Material for more",
    "1 Missiles",
    "1 Tested; some could",
    "1 Chemical, biological weapons",
    "1 Believed to be",
    "3 Two captured Chinese",
    "2 Source: facts as",
    "2 Short forms in",
  ],
};

const loaded = await loadArticles(join(import.meta.dirname, "../.."));
const articles = new Map(loaded.map(({ article }) => [article.record.id, article]));
const byId = (id: string): Article => articles.get(id)!;

test("the articles that ship are those listed here", () => {
  expect([...articles.keys()].toSorted()).toEqual(Object.keys(SENTENCES).toSorted());
});

test.each(Object.keys(SENTENCES))("%s falls into the sentences it was written in", (id) => {
  const { body, record } = byId(id);
  const counted = leavesOf(body)
    .filter((leaf) => leaf.kind !== "image")
    .map(({ text, lang }) => `${sentences(text, lang ?? record.lang).length} ${text.split(" ").slice(0, 3).join(" ")}`);
  expect(counted).toEqual(SENTENCES[id]);
});

test.each([
  ["troops-in-kursk", 450, 700],
  ["reading-with-lectern", 700, 1100],
  ["reading-aloud", 250, 400],
  ["a-page-of-everything", 450, 800],
])("%s has between %i and %i words", (id, least, most) => {
  expect(byId(id).record.words).toBeGreaterThanOrEqual(least);
  expect(byId(id).record.words).toBeLessThanOrEqual(most);
});

describe("the news report", () => {
  const { body } = byId("troops-in-kursk");
  const types = body.blocks.map((block) => block.type);
  const marks = [...inlinesIn(body.blocks)].flatMap((inline) => inline.marks ?? []);

  test("has in it what a reader and a voice meet in the wild", () => {
    expect(types).toEqual(expect.arrayContaining(["heading", "list", "quote", "figure", "table", "note"]));
    expect(body.blocks).toContainEqual(expect.objectContaining({ type: "quote", pull: true }));
    const languages = marks.flatMap((mark) => (mark.type === "language" ? mark.lang : []));
    expect(new Set(languages)).toEqual(new Set(["ru", "ko", "uk", "zh-Hans"]));
    expect(marks.flatMap((mark) => (mark.type === "abbreviation" ? mark.title : []))).toEqual(
      expect.arrayContaining(["United States", "United Nations", "number"]),
    );
    expect(body.related.length).toBeGreaterThan(0);
  });
});

describe("the page of everything", () => {
  const { body } = byId("a-page-of-everything");

  test("has every kind of block, and every mark", () => {
    const written = JSON.stringify(body.blocks);
    for (const type of [
      "paragraph",
      "heading",
      "list",
      "definitions",
      "quote",
      "figure",
      "table",
      "preformatted",
      "math",
      "rule",
      "note",
      "emphasis",
      "strong",
      "code",
      "deleted",
      "small",
      "link",
      "abbreviation",
      "citation",
      "language",
      "isolate",
      "note-reference",
    ])
      expect(written, type).toContain(`"type":"${type}"`);
    for (const key of ["reading", "colSpan", "rowSpan", "headers", "numbering", "source", "caption", "pull"])
      expect(written, key).toContain(`"${key}":`);
  });
});

describe("the article in Arabic", () => {
  const { record, body } = byId("reading-aloud");

  test("runs from right to left and quotes a text that does not", () => {
    expect(record).toMatchObject({ lang: "ar", dir: "rtl" });
    expect(body.blocks).toContainEqual(expect.objectContaining({ type: "quote", lang: "en", dir: "ltr" }));
  });

  test("has nothing in Latin letters outside what is marked as English", () => {
    const unmarked = [...inlinesIn(body.blocks)].filter(
      (inline) => !inline.marks?.some((mark) => mark.type === "language"),
    );
    const latin = unmarked
      .filter((inline) => "text" in inline && /[a-z]/i.test(inline.text))
      .map((inline) => ("text" in inline ? inline.text : ""));
    expect(latin).toEqual(["Take care of the sense, and the sounds will take care of themselves."]);
  });
});

function* inlinesIn(blocks: readonly Block[]) {
  for (const leaf of leavesOf({ blocks: [...blocks] })) yield* leaf.content;
}
