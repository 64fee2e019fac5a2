import { expect, it } from "vitest";
import { pageFragment } from "../../text/addresses.ts";
import { canonicalAddress } from "./address.ts";

/** A page that says no more of itself than this; browsers' own documents are used by the tests of whole pages. */
const page = (canonical: string) =>
  ({
    querySelector: (selector: string) => (selector.startsWith("link") ? { getAttribute: () => canonical } : null),
  }) as unknown as Document;

it.each([
  ["https://example.org/sec/one", "https://example.org/sec/", "its section"],
  ["https://example.org/sec/sub/one", "/sec/", "a section further up"],
  ["https://example.org/one", "/", "the front page"],
  ["https://app.example/#/article/1", "https://app.example/", "the document of an app"],
  ["https://app.example/#!/article/1", "https://app.example/#!/article/2", "another page of an app"],
])("%s is not %s: %s", (own, canonical) => {
  expect(canonicalAddress(page(canonical), own)).toBe(own);
});

it.each([
  ["https://example.org/one/amp/", "https://example.org/one/"],
  ["https://example.org/one/2", "https://example.org/one/"],
  ["https://example.org/one/page/2/", "https://example.org/one/"],
  ["https://example.org/one/print.html", "https://example.org/one/"],
  ["https://example.org/one/index.html", "https://example.org/one/"],
  ["https://m.example.org/x?id=7", "https://www.example.org/one"],
  ["https://app.example/?a=1#/article/1", "https://app.example/#/article/1"],
])("%s is another form of %s", (own, canonical) => {
  expect(canonicalAddress(page(canonical), own)).toBe(canonical);
});

it("only what names a page of an app is more than a place in a page", () => {
  expect(pageFragment("https://app.example/#/article/1")).toBe("#/article/1");
  expect(pageFragment("https://app.example/#!article")).toBe("#!article");
  expect(pageFragment("https://example.org/#top")).toBe("");
  expect(pageFragment("no address")).toBe("");
});
