import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "#domain/article.ts";
import { ImportProblem } from "../../import-problem.ts";
import type { FileProgress } from "../file-progress.ts";
import { importPdf } from "./import-pdf.ts";
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { pdfFiles } from "pdf:files";
import { toArticles } from "./to-articles.ts";
import { readPages } from "./worker/read-pages.ts";
import { LETTER, type PdfSketch, set, type Text, WIDTH, writePdf } from "./testing.ts";

/** Without the worker around it, which takes a second to start in development. */
async function read(sketch: PdfSketch) {
  return readHere(new Uint8Array(await writePdf(sketch).arrayBuffer()));
}

async function readHere(bytes: Uint8Array<ArrayBuffer>) {
  const maps = new URL(pdfFiles.maps, location.href).href;
  return toArticles({ ...(await readPages({ bytes, maps, onPage: () => {} })), name: "file" });
}

async function one(sketch: PdfSketch) {
  const articles = await read(sketch);
  expect(articles).toHaveLength(1);
  return articles[0]!;
}

const textOf = (content: Inline[]) => content.map((inline) => ("text" in inline ? inline.text : "")).join("");

/** The blocks as one would note them down. */
function sketched(blocks: Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === "paragraph") return [textOf(block.content)];
    if (block.type === "heading") return [`${"#".repeat(block.level)} ${textOf(block.content)}`];
    if (block.type === "list") {
      return block.items.map(
        (item, index) => `${block.ordered ? `${(block.start ?? 1) + index}.` : "•"} ${sketched(item).join(" / ")}`,
      );
    }
    return block.type === "note" ? [`[${block.label}] ${sketched(block.content).join(" / ")}`] : [block.type];
  });
}

const FIRST =
  "The harbour had been quiet for the whole of the win\u00adter, and when the first boats came back in the spring nobody was there to meet them but the old light\u00adkeeper and his dog.";
const SECOND =
  "He had counted the days on the wall of his kitchen with a piece of chalk, and he had for\u00adgotten two of them, which troubled him more than the cold had ever done in all those years.";
const THIRD =
  "Nobody asked him about it after\u00adwards. There were nets to mend and prices to argue over, and the well-known quarrel about the pier began again where it had stopped in the autumn.";
const whole = (text: string) => text.replaceAll("\u00ad", "");

/** In development the worker is put together when it is first asked for: 4 MB of code. */
const PATIENCE = 120_000;

describe("a PDF with a text layer", () => {
  it("becomes paragraphs, its hyphens mended and those of compounds kept", async () => {
    const texts = [
      ...set(FIRST, { x: 60, y: 100, letters: 52 }),
      ...set(SECOND, { x: 60, y: 200, letters: 46 }),
      ...set(`${THIRD} It was well-known.`, { x: 60, y: 300, letters: 36 }),
    ];
    expect(texts.filter(({ text }) => text.endsWith("-")).length).toBeGreaterThan(2);
    const { blocks } = await one({ pages: [{ texts }] });
    expect(sketched(blocks)).toEqual([whole(FIRST), whole(SECOND), `${whole(THIRD)} It was well-known.`]);
  });

  it("tells paragraphs by their indents where nothing else parts them", async () => {
    const texts = [FIRST, SECOND, THIRD].reduce<Text[]>((above, text) => {
      const y = (above.at(-1)?.y ?? 88) + 12;
      return [...above, ...set(text, { x: 60, y, letters: 60, indent: 3 })];
    }, []);
    const { blocks } = await one({ pages: [{ texts }] });
    expect(sketched(blocks)).toEqual([FIRST, SECOND, THIRD].map(whole));
  });

  it("reads two columns one after the other, under what runs across both", async () => {
    const left = [...set(FIRST, { x: 50, y: 160, letters: 36 }), ...set(SECOND, { x: 50, y: 250, letters: 36 })];
    const right = [...set(THIRD, { x: 320, y: 160, letters: 36 }), ...set(FIRST, { x: 320, y: 250, letters: 36 })];
    const across = set("What the light keeper counted in winter", { x: 100, y: 100, letters: 60, size: 16 });
    // As some programs write them: line by line over the page.
    const texts = [...left, ...right].toSorted((a, b) => a.y - b.y);
    const { title, blocks } = await one({ pages: [{ texts: [...across, ...texts] }] });
    expect(title).toBe("What the light keeper counted in winter");
    expect(sketched(blocks)).toEqual([FIRST, SECOND, THIRD, FIRST].map(whole));
  });

  it("goes on with a sentence over the end of a column and of a page", async () => {
    const lines = set(`${FIRST} ${SECOND} ${THIRD}`, { x: 50, y: 0, letters: 36 });
    const [a, b] = [Math.floor(lines.length / 3), Math.floor((lines.length * 2) / 3)];
    const moved = (part: Text[], x: number) => part.map((text, index) => ({ ...text, x, y: 150 + index * 12 }));
    const { blocks } = await one({
      pages: [
        { texts: [...moved(lines.slice(0, a), 50), ...moved(lines.slice(a, b), 320)] },
        { texts: moved(lines.slice(b), 50) },
      ],
    });
    expect(sketched(blocks)).toEqual([whole(`${FIRST} ${SECOND} ${THIRD}`)]);
  });

  it("leaves out running heads, page numbers and what else each page repeats", async () => {
    const body = [FIRST, SECOND, THIRD, FIRST];
    const pages = body.map((text, index) => ({
      texts: [
        { x: index % 2 ? 60 : 400, y: 40, text: index % 2 ? "The Light Keeper" : "Chapter One", size: 8 },
        ...set(text, { x: 60, y: 110, letters: 60 }),
        { x: 295, y: 760, text: String(index + 17) },
        { x: 60, y: 780, text: `Downloaded on page ${index + 1} of 4`, size: 7 },
      ],
    }));
    const { blocks } = await one({ pages });
    expect(sketched(blocks)).toEqual(body.map(whole));
  });

  it("keeps text that two pages have at one place, between other lines", async () => {
    const lines = set(FIRST, { x: 60, y: 700, letters: 40 });
    expect(lines.at(-1)!.y).toBeLessThan(780);
    const texts = [...lines, { x: 60, y: 700 + lines.length * 12, text: "So it went." }];
    const other = texts.map((text) => (text.text === "So it went." ? { ...text, text: "So it came." } : text));
    const { blocks } = await one({ pages: [{ texts }, { texts: other }] });
    expect(sketched(blocks)).toEqual([whole(FIRST), "So it went.", whole(FIRST), "So it came."]);
  });

  it("parts lines that end where the next word had room", async () => {
    const texts = [
      ...set(FIRST, { x: 60, y: 100, letters: 60 }),
      ...["Nets of hemp", "Ropes, and lamps with their oil and their wicks", "Salt"].map((text, index) => ({
        x: 60,
        y: 160 + index * 12,
        text,
      })),
    ];
    const { blocks } = await one({ pages: [{ texts }] });
    expect(sketched(blocks)).toEqual([
      whole(FIRST),
      "Nets of hemp",
      "Ropes, and lamps with their oil and their wicks",
      "Salt",
    ]);
  });

  it("reads lines that go down, from the right to the left, and letters as what they are", async () => {
    const lines = ["吾輩は猫である。名前はまだ無", "い。どこで⽣れたかとんと⾒当", "がつかぬ。"];
    const texts = lines.flatMap((line, column) =>
      [...line].map((text, index): Text => ({ x: 500 - column * 20, y: 100 + index * 10, text, font: "japanese" })),
    );
    // The maps have no radicals: those stand for the ideographs they look like.
    const shown = texts.map((text) => (/[⽣⾒]/u.test(text.text) ? { ...text, font: "unicode" as const } : text));
    const { blocks } = await one({ pages: [{ texts: shown }] });
    expect(sketched(blocks)).toEqual(["吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。"]);
  });

  it("leaves out the table of contents, which the reader has of its own", async () => {
    const entries = ["1 Spring", "2 Summer", "3 Autumn"].map((text, index) => ({
      x: 60,
      y: 130 + index * 12,
      text: `${text} . . . . . . . . ${index * 20 + 1}`,
    }));
    const { blocks } = await one({
      pages: [
        {
          texts: [
            { x: 60, y: 100, text: "Contents", font: "bold" },
            ...entries,
            ...set(FIRST, { x: 60, y: 200, letters: 60 }),
          ],
        },
      ],
    });
    expect(sketched(blocks)).toEqual([whole(FIRST)]);
  });

  it("keeps a number at the foot that counts nothing", async () => {
    const { blocks } = await one({
      pages: [{ texts: [...set(FIRST, { x: 60, y: 100, letters: 60 }), { x: 60, y: 760, text: "1984" }] }],
    });
    expect(sketched(blocks)).toEqual([whole(FIRST), "1984"]);
  });

  it("makes notes of what stands in small type at the foot, and of the raised numbers that lead there", async () => {
    const lines = set(FIRST, { x: 60, y: 100, letters: 60 });
    const last = lines.at(-1)!;
    const texts = [
      ...lines,
      { x: last.x + last.text.length * 10 * LETTER, y: last.y - 4, text: "1", size: 6 },
      ...set(SECOND, { x: 60, y: 200, letters: 60 }),
      { x: 60, y: 696, text: "1", size: 5 },
      ...set("As the register of the harbour has it, in the hand of the keeper himself, who could not spell.", {
        x: 66,
        y: 700,
        letters: 70,
        size: 8,
      }),
      ...set("2. A second one.", { x: 60, y: 730, letters: 70, size: 8 }),
    ];
    const { blocks } = await one({ pages: [{ texts }] });
    expect(sketched(blocks)).toEqual([
      `${whole(FIRST)}1`,
      whole(SECOND),
      "[1] As the register of the harbour has it, in the hand of the keeper himself, who could not spell.",
      "[2] A second one.",
    ]);
    const note = blocks.find((block) => block.type === "note")!;
    expect((blocks[0] as { content: Inline[] }).content.at(-1)).toEqual({
      text: "1",
      marks: [{ type: "note-reference", note: note.id }],
    });
  });

  it("tells headings by size and weight, and takes the largest for the title", async () => {
    const texts = [
      ...set("A winter", { x: 60, y: 80, letters: 40, size: 24 }),
      ...set("The first part", { x: 60, y: 120, letters: 40, size: 16 }),
      ...set(FIRST, { x: 60, y: 150, letters: 60 }),
      ...set("What was counted", { x: 60, y: 220, letters: 40, font: "bold" }),
      ...set(SECOND, { x: 60, y: 240, letters: 60 }),
      ...set("The second part", { x: 60, y: 320, letters: 40, size: 16 }),
      ...set(THIRD, { x: 60, y: 350, letters: 60 }),
    ];
    const { title, blocks } = await one({ pages: [{ texts }] });
    expect(title).toBe("A winter");
    expect(sketched(blocks)).toEqual([
      "## The first part",
      whole(FIRST),
      "### What was counted",
      whole(SECOND),
      "## The second part",
      whole(THIRD),
    ]);
  });

  it("has lists, weight, slope and links", async () => {
    const at = (words: number) => 60 + words * 10 * LETTER;
    const texts: Text[] = [
      { x: 60, y: 100, text: "There are " },
      { x: at(10), y: 100, text: "nets", font: "italic" },
      { x: at(15), y: 100, text: "to mend and " },
      { x: at(27), y: 100, text: "prices", font: "bold" },
      { x: at(34), y: 100, text: "to argue over, says the register of the day." },
      ...["Nets of hemp that were mended twice", "Ropes", "Lamps and their oil"].map((text, index) => ({
        x: 60,
        y: 140 + index * 12,
        text: `• ${text}`,
      })),
      ...["Mend the nets.", "Argue."].map((text, index) => ({
        x: 60,
        y: 200 + index * 12,
        text: `${index + 3}. ${text}`,
      })),
    ];
    const links = [{ left: at(58), right: at(66), top: 92, bottom: 102, href: "https://example.org/register" }];
    const { blocks } = await one({ pages: [{ texts, links }] });
    expect(sketched(blocks)).toEqual([
      "There are nets to mend and prices to argue over, says the register of the day.",
      "• Nets of hemp that were mended twice",
      "• Ropes",
      "• Lamps and their oil",
      "3. Mend the nets.",
      "4. Argue.",
    ]);
    const { content } = blocks[0] as { content: Inline[] };
    expect(content.filter(({ marks }) => marks)).toEqual([
      { text: "nets", marks: [{ type: "emphasis" }] },
      { text: "prices", marks: [{ type: "strong" }] },
      { text: "register", marks: [{ type: "link", href: "https://example.org/register" }] },
    ]);
  });

  it("reads from right to left where its letters do", async () => {
    const text = "كان الميناء هادئا طوال الشتاء ولم يكن هناك أحد سوى حارس المنارة العجوز وكلبه الصغير.";
    const lines = set(text, { x: 0, y: 100, letters: 40, font: "unicode" });
    const texts = lines.map((line) => ({
      ...line,
      x: WIDTH - 60 - line.text.length * 10 * LETTER,
      text: [...line.text].reverse().join(""),
    }));
    const { blocks, dir, lang } = await one({ pages: [{ texts }] });
    expect({ dir, lang }).toEqual({ dir: "rtl", lang: "ar" });
    expect(sketched(blocks)).toEqual([text]);
  });

  it("reads Japanese by the character maps that come with the app", async () => {
    const lines = [
      "吾輩は猫である。名前はまだ無い。どこで生れたかとん",
      "と見当がつかぬ。何でも薄暗いじめじめした所で鳴いて",
      "いた事だけは記憶している。",
    ];
    const texts = lines.map((text, index) => ({ x: 60, y: 100 + index * 18, text, font: "japanese" as const }));
    const { blocks, lang } = await one({ pages: [{ texts }] });
    expect(lang).toBe("ja");
    expect(sketched(blocks)).toEqual([lines.join("")]);
  });

  it("does not take Japanese without its character maps for no text", async () => {
    const bytes = await writePdf({
      pages: [{ texts: [{ x: 60, y: 100, text: "吾輩は猫である", font: "japanese" }] }],
    }).arrayBuffer();
    const reading = readPages({
      bytes: new Uint8Array(bytes),
      maps: "http://localhost:9/nothing-answers-here/",
      onPage: () => {},
    });
    await expect(reading).rejects.toMatchObject({ reason: "part-missing" });
  });

  it("believes the file's own word where it can be believed", async () => {
    const pages = [
      {
        texts: [
          ...set("The Light Keeper", { x: 60, y: 60, letters: 40, size: 20 }),
          ...set(FIRST, { x: 60, y: 100, letters: 60 }),
        ],
      },
    ];
    const info = { Title: "The Light Keeper of the North", Author: "Ada Holm", CreationDate: "D:20240131120000Z" };
    expect(await one({ pages, info, lang: "en-GB" })).toMatchObject({
      title: "The Light Keeper of the North",
      byline: "Ada Holm",
      lang: "en-GB",
    });
    const odd = { Title: "Microsoft Word - draft 3.docx", Author: "user", CreationDate: "D:19700101" };
    const { title, byline, published } = await one({ pages, info: odd });
    expect({ title, byline, published }).toEqual({ title: "The Light Keeper" });
    const bare = await one({ pages: [{ texts: set(FIRST, { x: 60, y: 100, letters: 60 }) }] });
    expect(bare.title).toBe("file");
  });

  it.each([
    ["nowhere", "", undefined],
    [
      "as an element",
      "<rdf:Description><prism:publicationDate>2019-05-04</prism:publicationDate></rdf:Description>",
      "2019-05-04",
    ],
    ["as an attribute", "<rdf:Description prism:publicationDate='2019-05-04T10:00:00Z'/>", "2019-05-04"],
    [
      "in a list",
      "<rdf:Description><dc:date><rdf:Seq>\n<rdf:li>2019-05-04</rdf:li></rdf:Seq></dc:date></rdf:Description>",
      "2019-05-04",
    ],
    ["as the day the file was made", "<rdf:Description dc:date='2024-01-31'/>", undefined],
    ["as a year", "<rdf:Description dc:date='2019'/>", undefined],
  ])("is of the day it was published, never of that on which the file was made: %s", async (_, xmp, published) => {
    const article = await one({ ...SHORT, info: { CreationDate: "D:20240131120000Z" }, xmp });
    expect(article.published).toBe(published);
  });

  it(
    "of great length is taken by its chapters, in their order and under one tag",
    async () => {
      const pages = Array.from({ length: 402 }, (_, index) => ({
        texts: set(`${SECOND} It was day ${index}.`, { x: 60, y: 100, letters: 60 }),
      }));
      const outline = [
        { title: "Spring", page: 2 },
        { title: "Autumn", page: 200 },
      ];
      const progress: FileProgress[] = [];
      const articles = await importPdf(writePdf({ pages, outline, info: { Title: "The year" } }), {
        name: "file",
        onProgress: (one) => progress.push(one),
      });
      expect(articles.map(({ title, tags }) => [title, tags])).toEqual([
        ["The year: 1", ["The year"]],
        ["The year: Spring", ["The year"]],
        ["The year: Autumn", ["The year"]],
      ]);
      expect(articles.map(({ blocks }) => blocks.length)).toEqual([2, 198, 202]);
      expect(progress).toHaveLength(402);
      expect(progress[39]).toEqual({ unit: "page", done: 40, of: 402 });
    },
    PATIENCE,
  );
});

describe("the worker that reads PDFs", () => {
  it(
    "gives the article, and why there is none",
    async () => {
      const [article] = await importPdf(writePdf(SHORT), { name: "file" });
      expect(article).toMatchObject({ title: "file", related: [], pictures: [], doubts: [] });
      expect(sketched(article!.blocks)).toEqual([whole(FIRST)]);
      await expect(importPdf(writePdf({ ...SHORT, encrypted: true }), { name: "file" })).rejects.toMatchObject({
        reason: "encrypted",
      });
    },
    PATIENCE,
  );
});

const SHORT: PdfSketch = { pages: [{ texts: set(FIRST, { x: 60, y: 100, letters: 60 }) }] };

describe("a PDF that cannot be read", () => {
  const pages = [{ texts: set(FIRST, { x: 60, y: 100, letters: 60 }) }];

  it.each<[string, PdfSketch, string]>([
    ["wants a password", { pages, encrypted: true }, "encrypted"],
    ["is a picture", { pages: [{ texts: [], drawing: true }] }, "scanned"],
    ["is a picture with a stamp", { pages: [{ texts: [{ x: 5, y: 5, text: "p. 3" }], drawing: true }] }, "scanned"],
    [
      "does not say what its letters are",
      { pages: [{ texts: [{ x: 60, y: 60, text: "!\"#$%&'!\"#$%&'", font: "unmapped" }] }] },
      "scanned",
    ],
    ["has more pages than can be read", { pages: Array.from({ length: 2001 }, () => ({ texts: [] })) }, "too-large"],
  ])("%s", async (_, sketch, reason) => {
    await expect(read(sketch)).rejects.toMatchObject({ reason });
  });

  it(
    "breaks off at once",
    async () => {
      const short = writePdf({ pages }).slice(0, 20);
      await expect(importPdf(short, { name: "file" })).rejects.toMatchObject({ reason: "damaged" });
    },
    PATIENCE,
  );

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const reading = importPdf(writePdf({ pages }), { name: "file", signal: controller.signal });
    controller.abort(new DOMException("Enough", "AbortError"));
    await expect(reading).rejects.toThrow("Enough");
  });

  it("with any bytes changed is read or refused", async () => {
    const sound = new Uint8Array(await writePdf({ pages, info: { Title: "Sound" } }).arrayBuffer());
    const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of list) bytes[at] = value;
        const result = await readHere(bytes).catch((error: unknown) => error);
        expect(Array.isArray(result) || result instanceof ImportProblem).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
