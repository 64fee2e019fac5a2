import { describe, expect, it } from "vitest";
import { essence, identifyPage, identifyPicture } from "./web-media.ts";

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const NOISE = Uint8Array.from({ length: 1445 }, (_, index) => (((index + 1) * 2654435761) >>> 13) & 0xff);
const EPUB = latin1(`PK\x03\x04${"\0".repeat(26)}mimetypeapplication/epub+zipPK`);

it.each([
  ["Text/HTML; charset=utf-8", "text/html"],
  [" application/pdf ", "application/pdf"],
  [undefined, ""],
])("the type of %j is %s", (header, type) => expect(essence(header)).toBe(type));

describe("a page is", () => {
  it.each<[string, Uint8Array, string, "text" | "file"]>([
    ["text/html", latin1("anything"), "text/html", "text"],
    ["application/xhtml+xml", latin1("<html>"), "application/xhtml+xml", "text"],
    ["application/rss+xml", latin1("<rss>"), "application/rss+xml", "text"],
    ["application/feed+json", latin1("{}"), "application/feed+json", "text"],
    ["text/markdown", latin1("# A"), "text/markdown", "text"],
    ["text/plain", latin1("<html>"), "text/plain", "text"],
    ["", latin1("\n<!-- x -->\n<!DOCTYPE HTML>"), "text/html", "text"],
    ["", latin1("ï»¿<html>"), "text/html", "text"],
    ["application/octet-stream", latin1("<p>A"), "text/html", "text"],
    ["", latin1("<?xml version='1.0'?>"), "text/xml", "text"],
    ["", latin1("Just words"), "text/plain", "text"],
    ["text/plain", Uint8Array.from([0xff, 0xfe, 0x41, 0]), "text/plain", "text"],
    ["text/html", latin1("<p>A byte has\0 strayed in.\x0b"), "text/html", "text"],
    ["text/html", latin1(`<title>ISO-2022-JP</title>\x1b$BF|K\\8l\x1b(B`), "text/html", "text"],
    ["text/plain", latin1("%PDF-1.4"), "application/pdf", "file"],
    ["application/pdf", latin1("%PDF-1.4"), "application/pdf", "file"],
    ["application/zip", EPUB, "application/epub+zip", "file"],
    ["application/epub+zip", latin1("PK"), "application/epub+zip", "file"],
    ["multipart/related", latin1("MIME-Version: 1.0"), "multipart/related", "file"],
  ])("%j with %j: %s, %s", (declared, head, type, sort) => {
    expect(identifyPage(declared, head)).toEqual({ type, sort });
  });

  it.each([
    ["image/png", latin1("\x89PNG")],
    ["image/svg+xml", latin1("<svg>")],
    ["text/css", latin1("a{}")],
    ["text/javascript", latin1("a()")],
    ["text/plain", Uint8Array.from([0x41, 0, 1])],
    ["text/html", latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0")],
    ["text/html", latin1("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\x01\0H\0H\0\0\xff\xdb\0C\0\x08\x06\x06\x07")],
    ["text/html", latin1("GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0!\xf9\x04\0\0\0\0\0,")],
    ["text/html", latin1("PK\x03\x04\x14\0\0\0\x08\0\x9c\x5a")],
    ["application/xhtml+xml", latin1("\x1f\x8b\x08\0\0\0\0\0\0\x03\xed\x5a")],
    ["text/html", latin1("\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0")],
    ["text/html", latin1("\0\0\0 ftypisom\0\0\x02\0isomiso2mp41")],
    ["text/html", NOISE],
    ["text/plain", NOISE],
    ["application/json", NOISE],
    ["", Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1])],
    ["application/zip", latin1("PK\x03\x04")],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", latin1("PK\x03\x04")],
    ["video/mp4", latin1("words")],
  ])("not %s with %j", (declared, head) => expect(identifyPage(declared, head)).toBeUndefined());
});

it("what begins with nothing but comments is told at once, whatever it is", () => {
  const comments = latin1("<!---->".repeat(206));
  const begun = performance.now();
  expect(identifyPicture("image/png", comments)).toBeUndefined();
  expect(identifyPage("", comments)).toEqual({ type: "text/plain", sort: "text" });
  expect(performance.now() - begun).toBeLessThan(1000);
});

describe("a picture is", () => {
  it.each([
    ["image/jpeg", latin1("\xff\xd8\xff\xe0")],
    ["image/png", latin1("\x89PNG\r\n\x1a\n")],
    ["image/gif", latin1("GIF89a")],
    ["image/webp", latin1("RIFF\x01\x02\x03\x04WEBPVP8 ")],
    ["image/avif", latin1("\0\0\0 ftypavif")],
    ["image/avif", latin1("\0\0\0 ftypmif1\0\0\0\0mif1avif")],
    ["image/svg+xml", latin1('<?xml version="1.0"?>\n<!-- made -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg xmlns="x">')],
    ["image/svg+xml", latin1("<svg>")],
  ])("%s by its bytes", (type, head) => expect(identifyPicture("image/anything", head)).toBe(type));

  it.each([
    ["text/html", latin1("\x89PNG\r\n\x1a\n")],
    ["image/png", latin1("<html><svg>")],
    ["image/svg+xml", latin1("<html xmlns='x'>")],
    ["image/avif", latin1("\0\0\0 ftypisom")],
    ["image/bmp", latin1("BM")],
    ["image/png", new Uint8Array()],
  ])("not %s with %j", (declared, head) => expect(identifyPicture(declared, head)).toBeUndefined());
});
