import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportProblem } from "../import-problem.ts";
import { pictureBytes, plainEpub } from "./epub/testing.ts";
import { importFile, type ImportFileOptions } from "./import-file.ts";
import { set, writePdf } from "./pdf/testing.ts";
import { writeZip } from "./zip/testing.ts";

const read = (file: Blob, options: Partial<ImportFileOptions> = {}) =>
  importFile(file, { name: "", type: "", ...options });
const blob = (...parts: BlobPart[]) => new Blob(parts);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** In development the worker that reads PDFs is put together when it is first asked for: 4 MB of code. */
const PATIENCE = 120_000;

const PARAGRAPH = "<p>The harbour had been quiet for the whole of the winter.</p>";
const book = plainEpub({ chapters: { One: PARAGRAPH }, title: "The Light Keeper" });
const pdf = writePdf({
  pages: [{ texts: set("The harbour had been quiet for the whole of the winter.", { x: 60, y: 100, letters: 60 }) }],
});

describe("a file", () => {
  it.each<[string, Blob, Partial<ImportFileOptions>, string]>([
    ["a page", blob(`<!doctype html><title>A</title>${PARAGRAPH}`), { name: "a.txt" }, "A"],
    ["a text", blob("Words, nothing else."), { name: "My notes.txt" }, "Words, nothing else"],
    ["a text without a name", blob("Words, nothing else."), {}, "Words, nothing else"],
    ["Markdown", blob("# A\n\n[b](https://example.org)"), { name: "a.md" }, "A"],
    ["a book", book, { name: "book.zip", type: "application/zip" }, "The Light Keeper"],
    ["a PDF", pdf, { name: "The winter.txt", type: "text/plain" }, "The winter"],
  ])(
    "is told by what is in it: %s",
    async (_, file, options, title) => {
      const articles = await read(file, options);
      expect(articles.map((article) => article.title)).toEqual([title]);
    },
    PATIENCE,
  );

  it.each([
    ["utf-16", new Uint8Array([0xff, 0xfe, ...[..."Größe und Weiße"].flatMap((letter) => [letter.charCodeAt(0), 0])])],
    ["windows-1252", latin1("Gr\xf6\xdfe und Wei\xdfe, so hie\xdfen die Stra\xdfen fr\xfcher in der gro\xdfen Stadt.")],
  ])("is read in its encoding: %s", async (_, bytes) => {
    const [article] = await read(blob(bytes), { name: "a.txt" });
    expect(JSON.stringify(article!.blocks)).toContain("Größe und Weiße");
  });

  it("is read in the encoding that a page declares", async () => {
    const [article] = await read(
      blob(
        latin1(
          '<!doctype html><meta charset="iso-8859-2"><title>x</title><p>Latarnik liczy\xb3 dni na \xb6cianie swojej kuchni i zapomnia\xb3 o dw\xf3ch z nich.</p>',
        ),
      ),
    );
    expect(JSON.stringify(article!.blocks)).toContain(
      "Latarnik liczył dni na ścianie swojej kuchni i zapomniał o dwóch z nich.",
    );
  });

  it("keeps where a saved page was, and the pictures in it", async () => {
    const picture = base64(await pictureBytes("teal"));
    const page = `<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/winter \n saved date: Mon Nov 23 2020\n--><title>A</title><body>${PARAGRAPH}<img alt="The pier" src="data:image/png;base64,${picture}"><p><a href="../b">b</a>`;
    const [article] = await read(blob(page), { name: "a.html" });
    expect(article).toMatchObject({ address: "https://example.org/winter", title: "A" });
    expect(article!.pictures.map(({ bytes }) => bytes?.type)).toEqual(["image/png"]);
    expect(JSON.stringify(article!.blocks)).toContain('"https://example.org/b"');
  });

  it("of many parts is a page with its pictures and its address", async () => {
    const picture = base64(await pictureBytes("teal"));
    const lines = [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://example.org/winter/",
      "Subject: The Light Keeper",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="----b"',
      "",
      "------b",
      "Content-Type: text/html",
      "Content-ID: <frame@mhtml.blink>",
      "Content-Transfer-Encoding: quoted-printable",
      "Content-Location: https://example.org/winter/",
      "",
      '<!DOCTYPE html><html><head><meta charset=3D"windows-1252"><title>caf=E9</title></head>=',
      '<body><p>The harbour had been quiet for the whole of the winter.</p><img alt=3D"One" src=3D"https://example.org/one.png"><p>Then the first boats came back, and nobody was there to meet them.</p><img alt=3D"Two" src=3D"cid:two@x"></body></html>',
      "------b",
      "Content-Type: image/png",
      "Content-Transfer-Encoding: base64",
      "Content-Location: https://example.org/one.png",
      "",
      picture.replace(/.{76}/g, "$&\r\n"),
      "------b",
      "Content-Type: image/png",
      "Content-Transfer-Encoding: base64",
      "Content-ID: <two@x>",
      "",
      base64(await pictureBytes("black")),
      "------b--",
    ];
    const [article] = await read(blob(lines.join("\r\n")), { name: "a.mhtml", type: "multipart/related" });
    expect(article).toMatchObject({ title: "café", address: "https://example.org/winter/" });
    expect(article!.pictures.map(({ bytes }) => bytes?.type)).toEqual(["image/png", "image/png"]);
    expect(article!.blocks.map(({ type }) => type)).toEqual(["paragraph", "figure", "paragraph", "figure"]);
  });
});

const PICTURE = await pictureBytes("teal");
const filled = (size: number, start: string) => blob(start, new Uint8Array(size).fill(97));

describe("a file that is no article", () => {
  it.each<[string, Blob, Partial<ImportFileOptions>, string]>([
    ["nothing", blob(), { name: "a.txt" }, "empty"],
    ["blanks", blob(" \n\t\n"), { name: "a.txt" }, "empty"],
    ["a page without text", blob("<!doctype html><title>A</title>"), {}, "not-an-article"],
    [
      "bytes without a meaning",
      blob(Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256)),
      { name: "a.txt" },
      "not-text",
    ],
    ["a picture", blob(PICTURE), { name: "a.html" }, "unsupported"],
    [
      "a word processor's",
      writeZip([
        { name: "[Content_Types].xml", content: "<x/>" },
        { name: "word/document.xml", content: "<x/>" },
      ]),
      { name: "a.docx" },
      "unsupported",
    ],
    [
      "an open document",
      writeZip([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text", stored: true }]),
      { name: "a.odt" },
      "unsupported",
    ],
    ["rich text", blob("{\\rtf1\\ansi Words.}"), { name: "a.rtf" }, "unsupported"],
    ["a zip of something else", writeZip([{ name: "a.txt", content: "Words." }]), { name: "a.zip" }, "unsupported"],
    ["half a book", book.slice(0, book.size / 2), { name: "a.epub" }, "damaged"],
    [
      "a bomb",
      writeZip([{ name: "META-INF/container.xml", content: new Uint8Array(20_000_000) }]),
      { name: "a.epub" },
      "bomb",
    ],
    ["half a PDF's first line", blob("%PDF-1.7\n"), { name: "a.pdf" }, "damaged"],
    [
      "a message without a page",
      blob("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n--x--"),
      {},
      "not-an-article",
    ],
    ["too much text", filled(10 * 1024 * 1024, "a "), { name: "a.txt" }, "too-large"],
    ["too large a page", filled(50 * 1024 * 1024, "<!doctype html>"), { name: "a.html" }, "too-large"],
    ["too large a PDF", filled(100 * 1024 * 1024, "%PDF-1.7\n"), { name: "a.pdf" }, "too-large"],
  ])(
    "is refused with its reason: %s",
    async (_, file, options, reason) => {
      await expect(read(file, options)).rejects.toMatchObject({ name: "ImportProblem", reason });
    },
    PATIENCE,
  );

  it("does not begin once it is not wanted any more", async () => {
    const signal = AbortSignal.abort(new DOMException("Enough", "AbortError"));
    await expect(read(book, { signal })).rejects.toThrow("Enough");
  });

  it("of any bytes is an article or refused", async () => {
    const starts = ["", "PK\u0003\u0004", "<html>", "MIME-Version: 1.0\nContent-Type: text/html\n\n", "# "];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        const result = await read(blob(start, new Uint8Array(rest))).catch((error: unknown) => error);
        expect(Array.isArray(result) || result instanceof ImportProblem).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
