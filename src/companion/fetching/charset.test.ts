import { describe, expect, it } from "vitest";
import { decode } from "./charset.ts";
import { declaredCharset } from "./declared-charset.ts";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));

/** 「日本語」 in three ways. */
const JAPANESE = {
  shift_jis: [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea],
  "euc-jp": [0xc6, 0xfc, 0xcb, 0xdc, 0xb8, 0xec],
  "iso-2022-jp": [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x38, 0x6c, 0x1b, 0x28, 0x42],
};

describe("the encoding is, in this order", () => {
  const UTF16 = [0xff, 0xfe, 0x48, 0x00, 0x69, 0x00];
  it.each<[string, Buffer, string, string, string]>([
    [
      "that of the mark",
      bytes([0xef, 0xbb, 0xbf], "Caf", [0xc3, 0xa9]),
      "text/html; charset=iso-8859-1",
      "utf-8",
      "Café",
    ],
    ["that of the mark, UTF-16", bytes(UTF16), "text/html; charset=utf-8", "utf-16le", "Hi"],
    ["that of the mark, the other UTF-16", bytes([0xfe, 0xff, 0, 0x48, 0, 0x69]), "", "utf-16be", "Hi"],
    [
      "that of the header",
      bytes('<meta charset="utf-8">', [0xe9]),
      'text/html; charset="ISO-8859-1"',
      "windows-1252",
      "é",
    ],
    ["that of the document", bytes('<meta charset="windows-1251">', [0xcf]), "text/html", "windows-1251", "П"],
    [
      "that of the document, when the header's is none",
      bytes('<meta charset="koi8-r">', [0xf0]),
      "text/html; charset=none",
      "koi8-r",
      "П",
    ],
    [
      "that of an XML declaration",
      bytes('<?xml version="1.0" encoding="windows-1250"?><a>', [0xb9]),
      "text/xml",
      "windows-1250",
      "ą",
    ],
    ["UTF-8 where it is that", bytes("Caf", [0xc3, 0xa9]), "text/html", "utf-8", "Café"],
    [
      "windows-1252 where it is not",
      bytes("Caf", [0xe9], " \x93quoted\x94 \x80"),
      "text/html",
      "windows-1252",
      "Café “quoted” €",
    ],
    [
      "UTF-8 for a document that says UTF-16 in ASCII",
      bytes('<meta charset="utf-16">', [0xc3, 0xa9]),
      "",
      "utf-8",
      "é",
    ],
    ["windows-1252 for x-user-defined", bytes('<meta charset="x-user-defined">\x85'), "", "windows-1252", "…"],
    [
      "UTF-8 with a fault in it, where it is declared",
      bytes([0xc3], "("),
      "text/html; charset=utf8",
      "utf-8",
      "\uFFFD(",
    ],
  ])("%s", (_, body, contentType, charset, end) => {
    const decoded = decode(body, contentType, "site.example");
    expect(decoded.charset).toBe(charset);
    expect(decoded.text.endsWith(end), decoded.text).toBe(true);
    expect(decoded.text).not.toContain("\uFEFF");
  });
});

describe("where nothing says it, it is what is usual", () => {
  it.each<[string, number[], string, string]>([
    ["news.example.jp", JAPANESE.shift_jis, "shift_jis", "日本語"],
    ["news.example.jp", JAPANESE["euc-jp"], "euc-jp", "日本語"],
    ["news.example.jp", JAPANESE["iso-2022-jp"], "iso-2022-jp", "日本語"],
    ["news.example.jp", [0xe6, 0x97, 0xa5], "utf-8", "日"],
    ["example.ru", [0xcf, 0xf0, 0xe8], "windows-1251", "При"],
    ["example.cn", [0xd6, 0xd0], "gb18030", "中"],
    ["example.tw", [0xa4, 0xa4], "big5", "中"],
    ["example.kr", [0xc7, 0xd1], "euc-kr", "한"],
    ["example.gr", [0xe1], "windows-1253", "α"],
    ["example.il", [0xe0], "windows-1255", "א"],
    ["example.th", [0xa1], "windows-874", "ก"],
    ["example.tr", [0xfe], "windows-1254", "ş"],
    ["example.pl", [0xb3], "windows-1250", "ł"],
    ["example.com", [0xe9], "windows-1252", "é"],
    ["192.0.2.1", [0xe9], "windows-1252", "é"],
  ])("at %s", (host, body, charset, text) => {
    const decoded = decode(Buffer.from(body), "text/html", host);
    expect(decoded.charset).toBe(charset);
    expect(decoded.text).toBe(text);
  });
});

describe("what a document says of itself", () => {
  it.each([
    ['<meta charset="koi8-r">', "koi8-r"],
    ["<META CHARSET=koi8-r>", "koi8-r"],
    ["<meta charset='koi8-r' />", "koi8-r"],
    ["<meta/charset=koi8-r>", "koi8-r"],
    ["<meta name=x charset = koi8-r >", "koi8-r"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"],
    ["<meta content='text/html; charset=koi8-r' http-equiv=content-type>", "koi8-r"],
    ["<!doctype html><html lang='ru'><head><title>x</title><meta charset=koi8-r>", "koi8-r"],
    ["<?xml version='1.0' encoding='koi8-r'?><html>", "koi8-r"],
    ["<meta name=description content='charset=utf-8'><meta charset=koi8-r>", "koi8-r"],
    ["<!-- <meta charset=utf-8> --><meta charset=koi8-r>", "koi8-r"],
    ["<!--><meta charset=koi8-r>", "koi8-r"],
    ['<html data-x="<meta charset=utf-8>"><meta charset=koi8-r>', "koi8-r"],
    ["<metadata charset=utf-8><meta charset=koi8-r>", "koi8-r"],
    ["<meta charset=koi8-r charset=utf-8>", "koi8-r"],
    ["<meta http-equiv=refresh content='text/html; charset=koi8-r'>", undefined],
    ["<!-- <meta charset=koi8-r>", undefined],
    [`${"<p>".padEnd(1024, " ")}<meta charset=koi8-r>`, undefined],
    [`${"<p>".padEnd(1015, " ")}<meta charset=koi8-r>`, undefined],
    ["charset=koi8-r", undefined],
    ["", undefined],
  ])("%s", (text, expected) => expect(declaredCharset(Buffer.from(text))).toBe(expected));

  it("is found in no time, whatever stands there", () => {
    for (const piece of ["<", "<!--", "<meta ", '<a b="', "<a b='c' ", "<?xml encoding="]) {
      expect(declaredCharset(Buffer.from(piece.repeat(1000)))).toBeUndefined();
    }
  });
});
