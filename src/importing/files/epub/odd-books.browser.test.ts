import { strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, it } from "vitest";
import type { ImportedArticle } from "../../imported-article.ts";
import { importFile } from "../import-file.ts";
import { pictureBytes } from "./testing.ts";

const SENTENCE = "The harbour had been quiet for the whole of the winter, and nobody was there to meet the boats. ";
const xhtml = (body: string, head = "<title>x</title>") =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>${head}</head><body>${body}</body></html>`;

/** As other programs pack it, without anything of what reads it here. */
function packed(files: Record<string, string | Uint8Array>): Blob {
  const entries: Zippable = { mimetype: [strToU8("application/epub+zip"), { level: 0 }] };
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === "string" ? strToU8(content) : content;
  return new Blob([zipSync(entries) as Uint8Array<ArrayBuffer>]);
}

const container = (path: string) =>
  `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`;

interface Sketch {
  version?: string;
  metadata?: string;
  manifest: string;
  spine: string;
  guide?: string;
}
const opf = ({ version = "3.0", metadata = "", manifest, spine, guide = "" }: Sketch) =>
  `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${version}" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:identifier id="id">x</dc:identifier><dc:title>The Light</dc:title><dc:language>en</dc:language>${metadata}</metadata><manifest>${manifest}</manifest>${spine}${guide}</package>`;
const item = (id: string, href: string, more = "", type = "application/xhtml+xml") =>
  `<item id="${id}" href="${href}" media-type="${type}"${more}/>`;

const read = (book: Blob) => importFile(book, { name: "book.epub", type: "" });
async function one(book: Blob): Promise<ImportedArticle> {
  const articles = await read(book);
  expect(articles).toHaveLength(1);
  return articles[0]!;
}
const outline = ({ blocks }: ImportedArticle) =>
  blocks.map((block) =>
    block.type === "heading"
      ? `${"#".repeat(block.level)} ${block.content.map((inline) => ("text" in inline ? inline.text : "")).join("")}`
      : block.type,
  );

describe("a book", () => {
  it("of the second kind has its chapters' names from its NCX, nested and with places in files", async () => {
    const ncx = `<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><docTitle><text>The Light</text></docTitle><navMap><navPoint id="a"><navLabel><text>Part One</text></navLabel><content src="Text/p1.xhtml"/><navPoint id="b"><navLabel><text>Spring</text></navLabel><content src="Text/c1.xhtml#top"/></navPoint><navPoint id="c"><navLabel><text>Summer</text></navLabel><content src="Text/c2.xhtml"/></navPoint></navPoint></navMap></ncx>`;
    const article = await one(
      packed({
        "META-INF/container.xml": container("OEBPS/content.opf"),
        "OEBPS/content.opf": opf({
          version: "2.0",
          metadata:
            '<dc:creator opf:role="aut">Ada Holm</dc:creator><dc:date opf:event="publication">2009-03-04</dc:date><meta name="cover" content="img"/>',
          manifest:
            item("ncx", "toc.ncx", "", "application/x-dtbncx+xml") +
            item("img", "Images/cover.png", "", "image/png") +
            ["cover", "p1", "c1", "c2"].map((id) => item(id, `Text/${id}.xhtml`)).join(""),
          spine:
            '<spine toc="ncx"><itemref idref="cover" linear="no"/><itemref idref="p1"/><itemref idref="c1"/><itemref idref="c2"/></spine>',
          guide: '<guide><reference type="cover" title="Cover" href="Text/cover.xhtml"/></guide>',
        }),
        "OEBPS/toc.ncx": ncx,
        "OEBPS/Images/cover.png": await pictureBytes("teal"),
        "OEBPS/Text/cover.xhtml": xhtml('<div><img src="../Images/cover.png" alt="Cover"/></div>'),
        "OEBPS/Text/p1.xhtml": xhtml("<h1>Part One</h1>"),
        "OEBPS/Text/c1.xhtml": xhtml(`<h2 id="top">Spring</h2><p>${SENTENCE}</p>`),
        "OEBPS/Text/c2.xhtml": xhtml(`<p>${SENTENCE}</p>`),
      }),
    );
    expect(article).toMatchObject({ title: "The Light", byline: "Ada Holm", published: "2009-03-04" });
    expect(outline(article)).toEqual(["## Part One", "## Spring", "paragraph", "## Summer", "paragraph"]);
    expect(article.pictures).toHaveLength(1);
    expect(article.leadImage).toBe(article.pictures[0]!.key);
  });

  it("finds files whose names are written in per cent, with plus signs and in another alphabet", async () => {
    const article = await one(
      packed({
        "META-INF/container.xml": container("My%20Book/package.opf"),
        "My Book/package.opf": opf({
          manifest:
            item("nav", "nav.xhtml", ' properties="nav"') +
            item("a", "Chapter%201%20%26%20more.xhtml") +
            item("b", "%C3%9Cber+uns.xhtml") +
            item("c", "Глава 3.xhtml"),
          spine: '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine>',
        }),
        "My Book/nav.xhtml": xhtml(
          '<nav epub:type="toc"><ol><li><a href="Chapter%201%20%26%20more.xhtml">One</a></li><li><a href="%C3%9Cber+uns.xhtml">Two</a></li><li><a href="%D0%93%D0%BB%D0%B0%D0%B2%D0%B0%203.xhtml">Three</a></li></ol></nav>',
        ),
        "My Book/Chapter 1 & more.xhtml": xhtml(`<p>${SENTENCE}</p><img src="im%20ages/a%231.png" alt="A"/>`),
        "My Book/Über+uns.xhtml": xhtml(`<p>${SENTENCE}</p>`),
        "My Book/Глава 3.xhtml": xhtml(`<p>${SENTENCE}</p>`),
        "My Book/im ages/a#1.png": await pictureBytes("teal"),
      }),
    );
    expect(outline(article)).toEqual(["## One", "paragraph", "figure", "## Two", "paragraph", "## Three", "paragraph"]);
    expect(article.pictures).toHaveLength(1);
    expect(article.doubts).toEqual([]);
  });

  it("of fixed pages is read in their order", async () => {
    const page = (number: number) =>
      xhtml(
        `<div style="position:absolute;left:10px;top:${number}px"><p>Page ${number}. ${SENTENCE}</p></div><img src="p${number}.png" alt="Plate ${number}"/>`,
        '<title>x</title><meta name="viewport" content="width=600, height=800"/>',
      );
    const article = await one(
      packed({
        "META-INF/container.xml": container("b.opf"),
        "b.opf": opf({
          metadata: '<meta property="rendition:layout">pre-paginated</meta>',
          manifest: [1, 2]
            .map((n) => item(`p${n}`, `p${n}.xhtml`) + item(`i${n}`, `p${n}.png`, "", "image/png"))
            .join(""),
          spine: '<spine><itemref idref="p1" properties="page-spread-left"/><itemref idref="p2"/></spine>',
        }),
        "p1.xhtml": page(1),
        "p2.xhtml": page(2),
        "p1.png": await pictureBytes("teal"),
        "p2.png": await pictureBytes("black"),
      }),
    );
    expect(outline(article)).toEqual(["paragraph", "figure", "paragraph", "figure"]);
  });

  it.each([
    ["a picture", (src: string) => `<img src="${src}"/>`],
    [
      "a drawing of a picture",
      (src: string) =>
        `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 6 8"><image width="6" height="8" xlink:href="${src}"/></svg>`,
    ],
  ])("keeps its cover as the article's picture, and no page of it, where that is only %s", async (_, of) => {
    const article = await one(
      packed({
        "META-INF/container.xml": container("b.opf"),
        "b.opf": opf({
          manifest:
            item("t", "titlepage.xhtml") +
            item("c", "c.xhtml") +
            item("i", "cover.png", ' properties="cover-image"', "image/png"),
          spine: '<spine><itemref idref="t"/><itemref idref="c"/></spine>',
        }),
        "titlepage.xhtml": xhtml(`<div>${of("cover.png")}</div>`),
        "c.xhtml": xhtml(`<h1>Spring</h1><p>${SENTENCE}</p>`),
        "cover.png": await pictureBytes("teal"),
      }),
    );
    expect(outline(article)).toEqual(["## Spring", "paragraph"]);
    expect(article.pictures.map(({ key }) => key)).toEqual([article.leadImage]);
  });

  it("with a chapter of two megabytes has all of it", async () => {
    const count = 20_000;
    const articles = await read(
      packed({
        "META-INF/container.xml": container("b.opf"),
        "b.opf": opf({
          manifest: item("a", "a.xhtml") + item("b", "b.xhtml"),
          spine: '<spine><itemref idref="a"/><itemref idref="b"/></spine>',
        }),
        "a.xhtml": xhtml(Array.from({ length: count }, (_, at) => `<p>${at}. ${SENTENCE}</p>`).join("")),
        "b.xhtml": xhtml(`<p>The end. ${SENTENCE}</p>`),
      }),
    );
    const texts = JSON.stringify(articles.map(({ blocks }) => blocks));
    expect(texts).toContain(`"${count - 1}. The harbour`);
    expect(texts).toContain("The end.");
    expect(articles.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  const plain = {
    "META-INF/container.xml": container("b.opf"),
    "b.opf": opf({
      manifest: item("a", "a.xhtml") + item("f", "f.otf", "", "font/otf"),
      spine: '<spine><itemref idref="a"/></spine>',
    }),
    "a.xhtml": xhtml(`<p>${SENTENCE}</p>`),
    "f.otf": new Uint8Array(2000).map((_, at) => at * 7),
  };
  const encryption = (entries: [method: string, file: string][]) =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">${entries
      .map(
        ([method, file]) =>
          `<enc:EncryptedData><enc:EncryptionMethod Algorithm="${method}"/><enc:CipherData><enc:CipherReference URI="${file}"/></enc:CipherData></enc:EncryptedData>`,
      )
      .join("")}</encryption>`;
  const AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";

  it.each<[string, Record<string, string>]>([
    ["scrambled fonts", { "META-INF/encryption.xml": encryption([["http://www.idpf.org/2008/embedding", "f.otf"]]) }],
    [
      "fonts scrambled Adobe's way",
      { "META-INF/encryption.xml": encryption([["http://ns.adobe.com/pdf/enc#RC", "f.otf"]]) },
    ],
    ["fonts that are truly encrypted", { "META-INF/encryption.xml": encryption([[AES, "f.otf"]]) }],
    ["an empty list of what is encrypted", { "META-INF/encryption.xml": encryption([]) }],
    ["rights without a lock, as some shops leave them", { "META-INF/rights.xml": "<rights/>" }],
  ])("opens with %s", async (_, more) => {
    expect(outline(await one(packed({ ...plain, ...more })))).toEqual(["paragraph"]);
  });

  it.each<[string, Record<string, string>]>([
    ["encrypted chapters", { "META-INF/encryption.xml": encryption([[AES, "a.xhtml"]]) }],
    [
      "chapters encrypted beside its fonts",
      {
        "META-INF/encryption.xml": encryption([
          ["http://www.idpf.org/2008/embedding", "f.otf"],
          [AES, "a.xhtml"],
        ]),
      },
    ],
    [
      "a library's licence",
      { "META-INF/license.lcpl": "{}", "META-INF/encryption.xml": encryption([[AES, "a.xhtml"]]) },
    ],
    ["Apple's lock", { "META-INF/sinf.xml": "<fairplay/>", "META-INF/encryption.xml": encryption([[AES, "a.xhtml"]]) }],
  ])("says that it is locked, with %s", async (_, more) => {
    await expect(read(packed({ ...plain, ...more }))).rejects.toMatchObject({ reason: "protected" });
  });
});
