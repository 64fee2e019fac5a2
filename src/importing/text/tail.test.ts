import { describe, expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import { splitTail, withoutComments } from "./tail.ts";

const TEXT =
  "The tide was lower than anyone here remembers, and for two days the old wall stood dry from end to end, so that children walked along its foot and looked for coins.";
const p = (text: string): Block => ({ type: "paragraph", content: [{ text }] });
const h = (text: string): Block => ({ type: "heading", level: 2, content: [{ text }] });
const link = (text: string, href: string) => ({ text, marks: [{ type: "link" as const, href }] });
const linked = (text: string, href: string): Block => ({ type: "paragraph", content: [link(text, href)] });
const WALL = "https://example.org/wall";

describe("a tail", () => {
  it.each([
    ["en", "You may also like"],
    ["en", "MORE FROM THE HARBOUR LETTER"],
    ["en", "Read More »"],
    ["de", "Das könnte Sie auch interessieren:"],
    ["fr", "À lire aussi"],
    ["es", "Te puede interesar"],
    ["it", "Leggi anche"],
    ["pt", "Leia também"],
    ["nl", "Lees ook"],
    ["sv", "Läs också"],
    ["da", "Læs også"],
    ["nb", "Les også"],
    ["fi", "Lue myös"],
    ["pl", "Czytaj także"],
    ["cs", "Čtěte také"],
    ["ru", "Читайте также:"],
    ["uk", "Читайте також"],
    ["tr", "İlgili Haberler"],
    ["ja", "■関連記事"],
    ["zh-Hans", "【相关阅读】"],
    ["zh-Hant", "延伸閱讀"],
    ["ko", "관련기사"],
    ["ar", "اقرأ أيضاً"],
    ["fa", "بیشتر بخوانید"],
    ["he", "קראו גם"],
    ["hi", "यह भी पढ़ें"],
    ["el", "Διαβάστε επίσης"],
    ["hu", "Kapcsolódó cikkek"],
    ["ro", "Citește și"],
    ["id", "Baca juga:"],
    ["vi", "Xem thêm"],
    [undefined, "Czytaj także"],
    ["de", "Related Articles"],
  ])("in %s begins with “%s”", (lang, cue) => {
    const list: Block = {
      type: "list",
      ordered: false,
      tight: true,
      items: [[linked("The wall", WALL)], [p("No link")]],
    };
    for (const first of [h(cue), p(cue)]) {
      expect(splitTail([p(TEXT), first, list], lang)).toEqual({
        blocks: [p(TEXT)],
        related: [{ title: "The wall", href: WALL }, { title: "No link" }],
      });
    }
  });

  it("may have several parts, pictures and rules; what is below them goes too", () => {
    const blocks: Block[] = [
      p(TEXT),
      { type: "rule" },
      h("Related"),
      { type: "figure", image: { src: "images/x" } },
      linked("The wall", WALL),
      linked("The wall", WALL),
      p("Sign up for our newsletter"),
      p("The best of the harbour, every Friday morning, in your inbox and for nothing. You can stop at any time."),
      p("© 2025 The Harbour Letter"),
    ];
    const { blocks: kept, related } = splitTail(blocks, "en");
    expect(kept).toEqual([p(TEXT)]);
    expect(related.map(({ title }) => title)).toEqual([
      "The wall",
      "Sign up for our newsletter",
      "The best of the harbour, every Friday morning, in your inbox and for nothing. You can stop at any time.",
      "© 2025 The Harbour Letter",
    ]);
    expect(splitTail(blocks, "en", true).related).toEqual([{ title: "The wall", href: WALL }]);
  });

  it("has titles alone, and neither advertisements nor appeals nor buttons, where nobody looks it through", () => {
    const blocks: Block[] = [
      p(TEXT),
      h("You may also like"),
      p("Advertisement"),
      linked("The wall", WALL),
      p("The lamp of 1860"),
      linked("Subscribe to our newsletter", "https://example.org/newsletter"),
      linked("Share", "https://example.org/share"),
      p("All the news of the coast, once a week."),
    ];
    expect(splitTail(blocks, "en", true).related).toEqual([
      { title: "The wall", href: WALL },
      { title: "The lamp of 1860" },
    ]);
  });

  it.each([
    ["(", ")"],
    [" [", "]"],
    [": <", ">"],
    ["（", "）"],
  ])("has titles without the brackets %s%s around their addresses", (open, close) => {
    const entries: Block = {
      type: "paragraph",
      content: [
        { text: `The Keeper's Wife ${open}` },
        link(WALL, WALL),
        { text: `${close}\nThe lamp (of 1860)${open}` },
        link("https://example.org/lamp", "https://example.org/lamp"),
        { text: `${close}, by Ada` },
      ],
    };
    expect(splitTail([p(TEXT), h("Related"), entries], "en").related).toEqual([
      { title: "The Keeper's Wife", href: WALL },
      { title: "The lamp (of 1860)", href: "https://example.org/lamp" },
      { title: "by Ada" },
    ]);
  });

  it("leaves the notes of the article where they are", () => {
    const note: Block = { type: "note", id: "note-1", label: "1", content: [p(TEXT)] };
    expect(splitTail([p(TEXT), h("Read more"), linked("The wall", WALL), note], "en").blocks).toEqual([p(TEXT), note]);
  });

  it("has its own line taken out of the middle of a text where that says nothing else", () => {
    const line: Block = { type: "paragraph", content: [{ text: "Read more: " }, link("The wall", WALL)] };
    expect(splitTail([p(TEXT), line, p(TEXT)], "en")).toEqual({
      blocks: [p(TEXT), p(TEXT)],
      related: [{ title: "The wall", href: WALL }],
    });
  });
});

it("is not begun by a verb that only looks like an invitation", () => {
  const blocks = [p(TEXT), p("Recibe el premio en Madrid.")];
  expect(splitTail(blocks, "es")).toEqual({ blocks, related: [] });
});

describe("what is kept", () => {
  it.each<[string, Block[]]>([
    ["a section that has real paragraphs", [p(TEXT), h("Related"), p(TEXT)]],
    ["text after the links", [p(TEXT), h("Read more"), linked("The wall", WALL), p(TEXT)]],
    ["an article that is a list of links", [h("Read more"), linked("The wall", WALL)]],
    ["a last line that only begins like one", [p(TEXT), p("Read more books, she said.")]],
    ["a last sentence about a newsletter", [p(TEXT), p("She still reads the newsletter.")]],
    ["table, code and quotation under a cue", [p(TEXT), h("Read more"), { type: "preformatted", text: "x" }]],
    ["nothing", []],
  ])("is %s", (_, blocks) => {
    expect(splitTail(blocks, "en")).toEqual({ blocks, related: [] });
  });
});

describe("comments of readers", () => {
  const SAID = "I walked there too, and found nothing at all.";
  const ANSWER = "You should have come on the second day, when the coins lay open in the mud.";
  const LONG = `${TEXT} ${TEXT} ${TEXT} ${TEXT}`;
  const ARTICLE = [p(TEXT), p(LONG), p(TEXT)];

  it.each<[string, string | undefined, string[]]>([
    ["with a name", "en", ["Comments", "gary77", SAID]],
    [
      "with names, days and buttons",
      "en",
      ["3 comments", "Ada Brown", "3 June 2026", SAID, "Reply", "Finn", "2 hours ago", ANSWER],
    ],
    [
      "with people who speak",
      "en",
      ["COMMENTS (2)", "Ada Brown says:", "June 3, 2026 at 14:05", SAID, "Finn says:", LONG],
    ],
    ["that are asked for", "en", ["Leave a reply", "Ada Brown", SAID]],
    ["that long ago", "de", ["Kommentare", "Uli", "vor 3 Stunden", SAID, "Antworten"]],
    ["with a name beside a time", "en", ["2 replies", "Ada Brown · 2 days ago", SAID, "Finn Olsen 3 days ago", ANSWER]],
    ["with a name beside a day", "en", ["Comments", "Ada Brown | 3 June 2026", SAID, "12 likes · Reply"]],
    ["with likes", "fr", ["2 commentaires", "Zoé Martin", SAID, "J'aime · Répondre · 3 h"]],
    ["in lists", "es", ["Comentarios", "maria_lopez", SAID, "Responder"]],
    ["of few words", "it", ["Commenti", "Ada", SAID]],
    [
      "in another script",
      "ja",
      ["コメント（2件）", "港の人", "3時間前", "私も歩きましたが、何も見つかりませんでした。", "返信"],
    ],
    [
      "with a count",
      "ru",
      ["2 комментария", "Анна", "3 июня 2026", "Я тоже там была, но ничего не нашла.", "Ответить"],
    ],
  ])("%s are a tail, and hide none before them", (_, lang, lines) => {
    const { blocks, related } = splitTail([...ARTICLE, h("You may also like"), p("The lamp"), ...lines.map(p)], lang);
    expect(blocks).toEqual(ARTICLE);
    const titles = related.map(({ title }) => title).join("\n");
    for (const line of ["The lamp", ...lines]) expect(titles).toContain(line);
    expect(splitTail([...ARTICLE, p(lines.join("\n"))], lang).blocks).toEqual(ARTICLE);
  });

  it("may have links to other articles below them", () => {
    const blocks = [...ARTICLE, h("Comments"), p("Ada"), p("2 days ago"), p(SAID)];
    const below = [h("Related"), linked("The wall", WALL)];
    expect(splitTail([...blocks, ...below], "en").blocks).toEqual(ARTICLE);
    expect(withoutComments([...blocks, ...below], "en")).toEqual([...ARTICLE, ...below]);
  });

  it.each<[string, Block[]]>([
    ["a section with that heading", [h("Comments"), p(LONG), p(TEXT)]],
    ["one with short text", [h("Comments"), p(SAID)]],
    ["one with parts", [h("Comments"), h("On the wall"), p(LONG), h("On the coins"), p(LONG)]],
    ["one of days", [h("Comments"), p("3 June 1890"), p(TEXT), p("4 June 1890"), p(TEXT)]],
    ["one with a table", [h("Comments"), p("Ada"), p("2 days ago"), p(SAID), { type: "preformatted", text: "x" }]],
    [
      "one with long text under a name",
      [h("Comments"), p("Ada Brown"), p("3 June 1890"), ...Array.from({ length: 12 }, () => p(TEXT))],
    ],
    ["a sentence", [p("Comments were few."), p("Ada"), p("2 days ago"), p(SAID)]],
  ])("are not %s", (_, end) => {
    const blocks = [...ARTICLE, ...end];
    expect(splitTail(blocks, "en")).toEqual({ blocks, related: [] });
    expect(withoutComments(blocks, "en")).toEqual(blocks);
  });

  it("are not most of what there is", () => {
    const blocks = [
      p(TEXT),
      h("Comments"),
      ...Array.from({ length: 9 }, () => [p("Ada"), p("2 days ago"), p(TEXT)]).flat(),
    ];
    expect(splitTail(blocks, "en").blocks).toEqual(blocks);
  });

  it("are surely such only where a day or a button is among them", () => {
    const blocks = [...ARTICLE, h("Comments"), p("gary77"), p(SAID)];
    expect(withoutComments(blocks, "en")).toEqual(blocks);
    expect(withoutComments([...blocks, p("Reply")], "en")).toEqual(ARTICLE);
  });
});
