import { describe, expect, it } from "vitest";
import { binaryKind, type FileClaims, textKind } from "./kind.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const claims = (name = "", type = ""): FileClaims => ({ name, type });

describe("the first bytes", () => {
  it.each([
    ["%PDF-1.7\n%\xe2\xe3\xcf\xd3", "pdf"],
    ["\r\n\r\n%PDF-1.4", "pdf"],
    ["@PJL SET\r\n%PDF-1.4", "pdf"],
    ["PK\x03\x04", "zip"],
    ["PK\x05\x06", "zip"],
    ["<p>%PDF-1.7 is how such a file begins.", undefined],
    ["How such a file begins: %PDF-1.7", undefined],
    ["PKware made the format.", undefined],
    ["Once upon a time", undefined],
  ])("%j: %s", (text, kind) => {
    expect(binaryKind(bytes(text))).toBe(kind);
  });

  it.each([
    ["Word before 2007", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    ["RTF", "{\\rtf1\\ansi"],
    ["PNG", "\x89PNG\r\n\x1a\n"],
    ["JPEG", "\xff\xd8\xff\xe0"],
    ["WebP", "RIFF....WEBP"],
    ["HEIC", "\0\0\0\x18ftypheic"],
    ["MP4", "\0\0\0\x18ftypmp42"],
    ["MP3", "ID3\x04"],
    ["MP3 without a tag", "\xff\xfb\x90\x64"],
    ["Ogg", "OggS"],
    ["gzip", "\x1f\x8b\x08"],
    ["RAR", "Rar!\x1a\x07"],
    ["Kindle", `${" ".repeat(60)}BOOKMOBI`],
    ["PostScript", "%!PS-Adobe-3.0"],
  ])("are refused of %s", (_, start) => {
    expect(() => binaryKind(bytes(start))).toThrow(expect.objectContaining({ reason: "unsupported" }));
  });

  it("that is a list of feeds is told apart from what nothing reads", () => {
    const list = '<?xml version="1.0"?><opml version="2.0"/>';
    expect(() => textKind(list, claims("feeds.opml"))).toThrow(expect.objectContaining({ reason: "feed-list" }));
  });

  it.each([
    ["RSS", '<?xml version="1.0"?><rss version="2.0"><channel><title>Lamps</title></channel></rss>'],
    ["Atom", '<!-- ours --><feed xmlns="http://www.w3.org/2005/Atom"><title>Lamps</title></feed>'],
    ["RDF", '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel/></rdf:RDF>'],
    ["JSON Feed", '{ "title": "Lamps", "version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": [] }'],
  ])("that is a feed is told apart as well: %s", (_, text) => {
    expect(() => textKind(text, claims())).toThrow(expect.objectContaining({ reason: "feed" }));
  });

  it("that only speaks of one is none", () => {
    const other = '<?xml version="1.0"?><rdf:RDF xmlns="http://example.org/terms"/>';
    expect(() => textKind(other, claims())).toThrow(expect.objectContaining({ reason: "unsupported" }));
    expect(textKind('The "version": "https://jsonfeed.org/version/1" names it.', claims())).toBe("text");
  });
});

it("a text that begins with nothing but comments is told at once", () => {
  const begun = performance.now();
  expect(textKind(`${"<!---->".repeat(2000)}Words`, claims())).toBe("text");
  expect(performance.now() - begun).toBeLessThan(1000);
});

it.each(["PK", "PK\x03", "%P", "%PDF-"])("a file that is no more than %j is damaged", (text) => {
  expect(() => binaryKind(bytes(text))).toThrow(expect.objectContaining({ reason: "damaged" }));
});

it.each(["P", "PK!", "OK", "%"])("a file that is no more than %j may be text", (text) => {
  expect(binaryKind(bytes(text))).toBeUndefined();
});

describe("the text", () => {
  const message =
    "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n";
  it.each<[string, FileClaims, string]>([
    ["\ufeff<!DOCTYPE html><title>A", claims("notes.txt", "text/plain"), "html"],
    ["<!--\n Page saved with SingleFile \n--><html>", claims(), "html"],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>', claims(), "html"],
    ["<p>One.</p><p>Two.</p>", claims(), "html"],
    ["<p>One.", claims("page.htm"), "html"],
    ["No markup at all", claims("page", "text/html; charset=utf-8"), "html"],
    ['<p align="center">A</p>\n\n# B', claims("README.md"), "markdown"],
    ["Just words", claims("", "text/markdown"), "markdown"],
    ["# A\n\nSee [it](https://example.org/).", claims(), "markdown"],
    ["Not more than that.", claims(), "text"],
    ["1. One\n2. Two\n\n- three", claims("a.txt"), "text"],
    ["# A\n\nSee [it](https://example.org/).\n\n```\ncode\n```", claims("a.txt"), "markdown"],
    [message, claims("page.html"), "mhtml"],
    ["MIME-Version: is a header of mail.\n\nIt is.", claims(), "text"],
    ["<3 is a heart.", claims(), "text"],
    ["a < b and c > d", claims("a.txt"), "text"],
  ])("%j", (text, claimed, kind) => {
    expect(textKind(text, claimed)).toBe(kind);
  });

  it.each<[string, FileClaims]>([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', claims()],
    ['<?xml version="1.0"?><kml/>', claims("places.xml")],
    ['{"a": 1}', claims("a.json")],
    ["a,b\n1,2", claims("a.csv", "text/csv")],
    ["[InternetShortcut]\nURL=file:///C:/tides.html", claims("Tides.url")],
  ])("of another kind is refused: %j", (text, claimed) => {
    expect(() => textKind(text, claimed)).toThrow(expect.objectContaining({ reason: "unsupported" }));
  });
});
