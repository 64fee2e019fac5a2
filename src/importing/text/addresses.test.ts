import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesIn, cleanAddress } from "./addresses.ts";

describe("addresses in running text", () => {
  it.each([
    ["nothing to find", []],
    ["https://example.org/a", ["https://example.org/a"]],
    ["The tides of June\nhttps://example.org/tides?utm_source=share", ["https://example.org/tides"]],
    ["The tides of June - https://example.org/tides via The Harbour Letter", ["https://example.org/tides"]],
    [
      "Read this (https://example.org/a), and that: https://example.org/b.",
      ["https://example.org/a", "https://example.org/b"],
    ],
    ["(see https://en.example.org/wiki/Tide_(sea))", ["https://en.example.org/wiki/Tide_(sea)"]],
    ["<https://example.org/a> [x](https://example.org/b)", ["https://example.org/a", "https://example.org/b"]],
    ["“https://example.org/a”, 'https://example.org/b'", ["https://example.org/a", "https://example.org/b"]],
    ["記事はこちら（https://example.jp/記事）。", ["https://example.jp/%E8%A8%98%E4%BA%8B"]],
    ["https://bücher.example/straße", ["https://xn--bcher-kva.example/stra%C3%9Fe"]],
    ["HTTPS://EXAMPLE.org/A", ["https://example.org/A"]],
    ["https://example.org/a\nhttps://example.org/a#part", ["https://example.org/a"]],
    ["example.org/tides", ["https://example.org/tides"]],
    ["www.example.org", ["https://www.example.org/"]],
    ["  example.com  ", ["https://example.com/"]],
    ["Go to example.org/tides for more.", []],
    [
      "<http://example.org/a>; (http://example.org/b). example.org:5951/c",
      ["http://example.org/a", "http://example.org/b", "https://example.org:5951/c"],
    ],
    [
      "- example.org/a, <www.example.org>; “example.com”.",
      ["https://example.org/a", "https://www.example.org/", "https://example.com/"],
    ],
    ["https://example.org/a and example.org/b", ["https://example.org/a"]],
    ["https://example.org/a readme.md", ["https://example.org/a"]],
    ["ada@example.org example.org", []],
    ["readme.md", []],
    ["the end.Then", []],
    ["3.14", []],
    ["javascript:alert(1) ftp://example.org data:text/html,x", []],
    ["https://", []],
    ["https://nohost", []],
    ["https://user:secret@example.org/", []],
    ["http://example.org/?a=1&fbclid=x&b=2 http://[::1]/x", ["http://example.org/?a=1&b=2", "http://[::1]/x"]],
  ])("%j", (text, expected) => {
    expect(addressesIn(text)).toEqual(expected);
  });
});

it("looks through any text in time that grows with its length", () => {
  expect(addressesIn(`https://example.org/${")".repeat(200_000)}`)).toEqual(["https://example.org/"]);
  expect(addressesIn("a.".repeat(100_000))).toEqual([]);
  expect(addressesIn("(".repeat(100_000) + "a")).toEqual([]);
  expect(addressesIn("example.org/a ".repeat(10_000))).toEqual(["https://example.org/a"]);
});

describe("a clean address", () => {
  it("leaves the rest of the query as it was written", () => {
    expect(cleanAddress("https://example.org/?q=a+b%20c&utm_medium=x&z&gclid=1#top")).toBe(
      "https://example.org/?q=a+b%20c&z",
    );
    expect(cleanAddress("https://example.org/?utm_source=x")).toBe("https://example.org/");
    expect(cleanAddress("https://example.org/?%75tm_source=x&%E0%A4=1")).toBe("https://example.org/?%E0%A4=1");
  });

  it("is none where nothing could be fetched or a password would be kept", () => {
    for (const address of ["", "example.org", "mailto:a@example.org", "https://a:b@example.org/"]) {
      expect(cleanAddress(address)).toBeUndefined();
    }
  });

  it("stays as it is when it is cleaned again, and nothing is ever thrown", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (address) => {
        const clean = cleanAddress(address);
        if (clean !== undefined) expect(cleanAddress(clean)).toBe(clean);
        for (const found of addressesIn(`x ${address} y`)) expect(URL.canParse(found)).toBe(true);
      }),
    );
  });
});
