import { describe, expect, it } from "vitest";
import { commands } from "vitest/browser";
import type { Block, Inline } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { HEIGHT, type PdfPage, type PdfSketch, set, WIDTH, writePdf } from "./testing.ts";
import { printedBy, readPdf } from "./printing.ts";

const printed = printedBy((printing) => commands.printPage(printing));

async function written(sketch: PdfSketch) {
  return readPdf(new Uint8Array(await writePdf(sketch).arrayBuffer()));
}

/** Red at the left, blue at the right, a green line at the top; `noise`: as a photograph has it. `hole`: what shines through. */
async function picture(width: number, height: number, { type = "image/png", noise = false, hole = false } = {}) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  for (const [color, x, share] of [
    ["red", 0, 0.5],
    ["blue", width / 2, 0.5],
  ] as const) {
    context.fillStyle = color;
    context.fillRect(x, 0, width * share, height);
  }
  context.fillStyle = "lime";
  context.fillRect(0, 0, width, height * 0.2);
  if (hole) context.clearRect(0, height / 2, width, height / 2);
  if (noise) {
    const data = context.getImageData(0, 0, width, height);
    for (let at = 0; at < data.data.length; at += 4) data.data[at] = (data.data[at]! * 3 + ((at * 31) % 255)) / 4;
    context.putImageData(data, 0, 0);
  }
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return `data:${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}

async function seen(blob: Blob) {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number) => {
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(bitmap.width * x, bitmap.height * y, 1, 1).data;
    if (a < 128) return "nothing";
    return r > 150 && g < 100 ? "red" : b > 150 && g < 100 ? "blue" : g > 150 ? "lime" : `${r} ${g} ${b}`;
  };
  return { size: [bitmap.width, bitmap.height], at };
}

const SENTENCE =
  "The harbour had been quiet for the whole of the winter, and when the first boats came back in the spring nobody was there to meet them but the old lightkeeper and his extraordinarily patient dog.";
const paragraph = (name: string) => `<p>${name}. ${SENTENCE} ${SENTENCE}</p>`;
const textOf = (content: Inline[]) => content.map((inline) => ("text" in inline ? inline.text : "")).join("");
const sketched = (blocks: Block[]) =>
  blocks.map((block) =>
    block.type === "figure"
      ? `[${block.image.alt ?? ""}] ${textOf(block.caption ?? [])}`.trim()
      : leavesOf({ blocks: [block] })[0]!.text.split(".", 1)[0],
  );

describe("a picture in a PDF", () => {
  it.each([
    ["photograph", { type: "image/jpeg", noise: true }],
    ["drawing", {}],
  ])("stands between the paragraphs, with its caption and its colours: %s", async (_, kind) => {
    const source = await picture(400, 300, kind);
    const { blocks, pictures, doubts } = await printed(
      `${paragraph("One")}<figure><img src="${source}"><figcaption>Figure 1. The harbour in winter</figcaption></figure>${paragraph("Two")}`,
      { style: "figcaption { font-size: 9pt } figure { margin: 0 } img { display: block }" },
    );
    expect(sketched(blocks)).toEqual(["One", "[] Figure 1. The harbour in winter", "Two"]);
    expect(doubts).toEqual([]);
    expect(pictures).toHaveLength(1);
    expect(blocks[1]).toMatchObject({ image: { src: `images/${pictures[0]!.key}` } });
    const { size, at } = await seen(pictures[0]!.bytes!);
    expect(size).toEqual([400, 300]);
    expect([at(0.5, 0.1), at(0.2, 0.6), at(0.8, 0.6)]).toEqual(["lime", "red", "blue"]);
  });

  it("keeps what is transparent so, and lies as it is painted", async () => {
    const source = await picture(200, 100, { hole: true });
    const { blocks, pictures } = await printed(
      `${paragraph("One")}<img src="${source}"><p></p>${paragraph("Two")}<div style="height: 220px"><img src="${source}" style="transform: translate(0, 60px) rotate(90deg)"></div>${paragraph("Three")}<img src="${source}" style="transform: scaleX(-1)">`,
      { style: "img { display: block }" },
    );
    expect(sketched(blocks)).toEqual(["One", "[]", "Two", "[]", "Three", "[]"]);
    const [straight, turned, mirrored] = await Promise.all(pictures.map(({ bytes }) => seen(bytes!)));
    expect([straight!.size, turned!.size, mirrored!.size]).toEqual([
      [200, 100],
      [100, 200],
      [200, 100],
    ]);
    expect([straight!.at(0.1, 0.3), straight!.at(0.5, 0.8)]).toEqual(["red", "nothing"]);
    expect([turned!.at(0.9, 0.5), turned!.at(0.7, 0.1), turned!.at(0.2, 0.5)]).toEqual(["lime", "red", "nothing"]);
    expect([mirrored!.at(0.1, 0.3), mirrored!.at(0.9, 0.3)]).toEqual(["blue", "red"]);
  });

  it("is none where it is a sign, a logo on every page, or of one colour", async () => {
    const [sign, logo] = [await picture(20, 20), await picture(120, 100)];
    const body = Array.from({ length: 40 }, (_, index) => paragraph(`Part ${index}`)).join("");
    const { blocks, pictures } = await printed(
      `<img class="logo" src="${logo}"><p><img src="${sign}"> ${SENTENCE}</p>${body}`,
      { style: ".logo { position: fixed; top: 0; right: 0 }" },
    );
    expect(blocks.filter(({ type }) => type === "figure")).toEqual([]);
    expect(pictures).toEqual([]);
  });

  const whole = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };
  const scanned = (count: number, more: Partial<PdfPage["picture"]> = {}) =>
    Array.from({ length: count }, (_, kind) => ({
      texts: set(SENTENCE, { x: 60, y: 200, letters: 60 }),
      picture: { ...whole, kind, ...more },
    }));

  it("is none where it is the page itself, with its text on it", async () => {
    const { blocks, pictures } = await written({ pages: scanned(2) });
    expect(blocks.filter(({ type }) => type === "figure")).toEqual([]);
    expect(pictures).toEqual([]);
  });

  it("is a page without text: a plate among the text", async () => {
    const [text] = scanned(1, { right: 20, bottom: 20 });
    const { blocks } = await written({ pages: [text!, { texts: [], picture: whole }, text!] });
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "figure", "paragraph"]);
  });

  it("of a kind that is not read is said to be missing, and nothing is fetched for it", async () => {
    const { blocks, doubts } = await written({ pages: scanned(1, { bottom: 100, filter: "JPXDecode" }) });
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph"]);
    expect(doubts).toEqual(["left-out"]);
    const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
    expect(fetched.filter((name) => /openjpeg|wasm/.test(name))).toEqual([]);
  });

  it("says what it shows where the file does", async () => {
    const source = await picture(300, 200);
    const { blocks } = await printed(
      `<h1>Harbours</h1>${paragraph("One")}<img src="${source}" alt="The harbour, with one boat">${paragraph("Two")}`,
      { tagged: true },
    );
    expect(sketched(blocks)).toContain("[The harbour, with one boat]");
  });

  it("at the head of a column comes between the columns' texts, and breaks no paragraph", async () => {
    const source = await picture(300, 200);
    const body = Array.from({ length: 5 }, (_, index) => paragraph(`Part ${index}`)).join("");
    const { blocks } = await printed(
      `<main>${body}<img src="${source}" style="break-before: column">${paragraph("Right")}${paragraph("Last")}</main>`,
      { style: "main { columns: 2 } img { width: 100%; display: block }" },
    );
    expect(sketched(blocks)).toEqual(["Part 0", "Part 1", "Part 2", "Part 3", "Part 4", "[]", "Right", "Last"]);
  });
});
