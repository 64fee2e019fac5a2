import { expect, it } from "vitest";
import { addressesElsewhere, hasMoreThan, hasPassword, isAllAddresses, isLoneAddress, isTextToRead } from "./given.ts";

it.each([
  ["https://a.example/ https://b.example/", false],
  ["A title that somebody shared\nhttps://a.example/b?c", false],
  [`https://a.example/${"long/".repeat(100)}`, false],
  ["Salt was carried over the pass. ".repeat(10), true],
  [`https://a.example/ ${"盐".repeat(201)}`, true],
])("tells a text from addresses: %s", (text, expected) => {
  expect(isTextToRead(text)).toBe(expected);
});

it.each([
  ["https://a.example/b", true],
  ["a.example", true],
  [" a.example/b?c=d ", true],
  ["a.example b.example", false],
  ["https://a.example/\nhttps://b.example/", false],
  ["Salt.", false],
  ["salt", false],
  ["", false],
])("knows a lone address: %s", (text, expected) => {
  expect(isLoneAddress(text)).toBe(expected);
});

it.each([
  ["https://ada:secret@a.example/b", true],
  ["Read (HTTP://ada@a.example).", true],
  ["https://a.example/@ada https://a.example?to=ada@b.example", false],
  ["ada@a.example https://a.example", false],
])("knows an address with a name or a password in it: %s", (text, expected) => {
  expect(hasPassword(text)).toBe(expected);
});

it.each([
  ["https://a.example/\nftp://b.example/c\nfile:///home/ada/d.html", ["ftp://b.example/c", "file:///home/ada/d.html"]],
  ["See <FTP://b.example/c>", ["FTP://b.example/c"]],
  ["https://a.example/web/ftp://b.example/c view-source:https://a.example/", []],
  ["a.example/b Salt: and // water", []],
])("knows addresses that are not of the web: %s", (text, expected) => {
  expect(addressesElsewhere(text)).toEqual(expected);
});

it.each([
  [" https://a.example/\nftp://b.example/c ", true],
  ["See ftp://b.example/c", false],
  ["", false],
])("knows whether all of it is addresses: %j", (text, expected) => {
  expect(isAllAddresses(text)).toBe(expected);
});

it.each([
  ["ftp://b.example/c, ftp://b.example/d", ["ftp://b.example/c,", "ftp://b.example/d"], false],
  ["<ftp://b.example/c> a.example", ["ftp://b.example/c"], true],
])("knows whether there is more in %s", (text, pieces, expected) => {
  expect(hasMoreThan(pieces, text)).toBe(expected);
});
