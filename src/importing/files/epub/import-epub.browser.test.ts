import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportProblem } from "../../import-problem.ts";
import type { FileProgress } from "../file-progress.ts";
import { openArchive } from "../zip/archive.ts";
import { importEpub } from "./import-epub.ts";
import { pictureBytes, plainEpub, writeEpub } from "./testing.ts";

const SOURCES = import.meta.glob<string>("../fixtures/epub/*/source.epub/**", {
  query: "?raw",
  import: "default",
  eager: true,
});
const read = async (book: Blob) => importEpub(await openArchive(book), { name: "file" });

async function packed(name: string): Promise<Blob> {
  const folder = `../fixtures/epub/${name}/source.epub/`;
  const files = Object.entries(SOURCES).filter(([path]) => path.startsWith(folder));
  expect(files.length).toBeGreaterThan(0);
  const pictures =
    name === "notes-and-pictures"
      ? {
          "OEBPS/images/cover.png": await pictureBytes("teal"),
          "OEBPS/images/the plate.png": await pictureBytes("black"),
        }
      : {};
  return writeEpub({
    ...Object.fromEntries(files.map(([path, content]) => [path.slice(folder.length), content])),
    ...pictures,
  });
}

/** Keys depend on how the browser packs a picture; here the first is A, the second B. */
function withPlainKeys(articles: unknown): string {
  const keys: string[] = [];
  const json = JSON.stringify(articles, (_, value: unknown) => (value instanceof Blob ? value.type : value), 2);
  const plain = json.replace(/[0-9a-f]{32}/g, (key) => {
    if (!keys.includes(key)) keys.push(key);
    return String.fromCharCode(65 + keys.indexOf(key));
  });
  return `${plain}\n`;
}

describe("a book", () => {
  /** `npx vitest run … -u` writes what is new; a new one is a folder with `source.epub/` in it. */
  it.each(["notes-and-pictures", "older-kind"])("becomes what is expected of it: %s", async (name) => {
    const articles = withPlainKeys(await read(await packed(name)));
    await expect(articles).toMatchFileSnapshot(`../fixtures/epub/${name}/expected.json`);
  });
});

const PARAGRAPH = "<p>The harbour had been quiet for the whole of the winter, and nobody was there.</p>";
const long = (letters: number) => PARAGRAPH.repeat(Math.ceil(letters / PARAGRAPH.length));

describe("a long book", () => {
  it("is one article for each chapter, in reading order and under one tag", async () => {
    const chapters = { Spring: `<h1>Spring</h1>${long(600_000)}`, Summer: long(300_000), "A &amp; B": long(300_000) };
    const progress: FileProgress[] = [];
    const archive = await openArchive(plainEpub({ chapters, title: "The year" }));
    const articles = await importEpub(archive, { name: "file", onProgress: (one) => progress.push(one) });
    expect(articles.map(({ title, tags }) => [title, tags])).toEqual([
      ["The year: Spring", ["The year"]],
      ["The year: Summer", ["The year"]],
      ["The year: A & B", ["The year"]],
    ]);
    expect(articles.map(({ blocks }) => blocks[0]!.type)).toEqual(["paragraph", "paragraph", "paragraph"]);
    expect(progress).toEqual([1, 2, 3].map((done) => ({ unit: "chapter", done, of: 3 })));
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const archive = await openArchive(plainEpub({ chapters: { A: PARAGRAPH, B: PARAGRAPH } }));
    const onProgress = () => controller.abort(new DOMException("Enough", "AbortError"));
    await expect(importEpub(archive, { name: "", onProgress, signal: controller.signal })).rejects.toThrow("Enough");
  });
});

describe("a book that cannot be read", () => {
  const chapters = { A: PARAGRAPH };
  const encryption = (method: string) =>
    `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${method}"/></enc:EncryptedData></encryption>`;

  it.each<[string, Blob, string]>([
    [
      "is locked by a shop",
      plainEpub({
        chapters,
        more: { "META-INF/encryption.xml": encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc") },
      }),
      "protected",
    ],
    [
      "has a licence and no text without it",
      plainEpub({
        chapters,
        more: {
          "META-INF/license.lcpl": "{}",
          "c1.xhtml": Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251),
        },
      }),
      "protected",
    ],
    ["does not say what is in it", writeEpub({ "a.xhtml": PARAGRAPH }), "damaged"],
    ["names files that are not there", plainEpub({ chapters: {}, more: {} }), "damaged"],
    ["has no text", plainEpub({ chapters: { A: "<p> </p>" } }), "empty"],
    ["has a chapter beyond the limit", plainEpub({ chapters: { A: long(9_000_000) } }), "too-large"],
  ])("%s", async (_, book, reason) => {
    await expect(read(book)).rejects.toMatchObject({ reason });
  });

  it("does not read what it is not allowed to, and runs nothing", async () => {
    const bomb = `<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">${"bcdefghij".replace(/./g, (name, index) => `<!ENTITY ${name} "${`&${"abcdefghi"[index]};`.repeat(10)}">`)}]>`;
    const hostile = `${bomb}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Before &j;</p><img src="https://elsewhere.test/pixel.png" onerror="window.ran = 1"/><img src="../../../etc/passwd.png"/><p>After.</p></body></html>`;
    const book = plainEpub({ chapters: { A: "", B: PARAGRAPH }, more: { "c1.xhtml": hostile } });
    const [article] = await read(book);
    expect(article!.pictures).toEqual([]);
    expect(JSON.stringify(article!.blocks).length).toBeLessThan(2000);
    expect("ran" in window).toBe(false);
  });

  it("with any bytes changed is read or refused", async () => {
    const book = plainEpub({
      chapters: { A: `<h1>A</h1>${PARAGRAPH}`, B: `<p>x<a epub:type="noteref" href="c1.xhtml#a">1</a></p>` },
    });
    const sound = new Uint8Array(await book.arrayBuffer());
    const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of list) bytes[at] = value;
        const result = await read(new Blob([bytes])).catch((error: unknown) => error);
        expect(Array.isArray(result) || result instanceof ImportProblem).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("with any change in what it says of itself is read or refused", async () => {
    const parts = [
      "itemref",
      "idref",
      "c0",
      "c1.xhtml",
      "<spine>",
      "</manifest>",
      "href",
      "nav",
      "xmlns",
      "</",
      ">",
      '"',
      "&",
      "dc:title",
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts), fc.string({ maxLength: 6 }), async (part, by) => {
        const sound = await (await openArchive(plainEpub({ chapters }))).read("book.opf", 1e6);
        const broken = new TextDecoder().decode(sound).replaceAll(part, by);
        const result = await read(plainEpub({ chapters, more: { "book.opf": broken } })).catch(
          (error: unknown) => error,
        );
        expect(Array.isArray(result) || result instanceof ImportProblem).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
