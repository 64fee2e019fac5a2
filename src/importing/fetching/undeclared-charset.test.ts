import { expect, it } from "vitest";
import { decode } from "#domain/web-charset.ts";
import { ENCODED } from "../text/fixtures/encoded.ts";

const isLatin = (encoding: string) => /^(?:windows-125[0247]|iso-8859-(?:2|15)|macintosh)$/.test(encoding);
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const page = (text: Uint8Array, script = "") => {
  const [before, after] = [
    "<!doctype html><title>x</title><body><p class='a'>",
    `</p><script>${script}</script></body>`,
  ].map((part) => new TextEncoder().encode(part));
  return Uint8Array.of(...before!, ...text, ...after!);
};

/** UTF-16 says itself by its mark, on the web. */
const SAID = ENCODED.filter(([encoding]) => !encoding.startsWith("utf-16"));

it.each(SAID)(
  "a page at no country's address that does not say it is in %s is read by its letters, whatever program is in it: %s",
  (encoding, text, base64) => {
    for (const script of ["", 'document.getElementById("nextPage").onclick = showNextPage;\n'.repeat(200)]) {
      const decoded = decode(page(bytesOf(base64), script), "text/html", "harbour.example.com");
      if (isLatin(encoding)) expect(decoded.charset).toMatch(/^(?:windows-1252|utf-8)$/);
      else expect(decoded.text).toContain(text);
    }
  },
);

it("apostrophes in English are not taken for kanji, though each is one with the letter after it", () => {
  const text =
    "It\x92s late, and they don\x92t know what we\x92re at. She can\x92t say it isn\x92t so\x97he wouldn\x92t hear. ";
  const bytes = Uint8Array.from(text.repeat(3), (letter) => letter.charCodeAt(0));
  expect(decode(page(bytes), "text/html", "harbour.example.com").charset).toBe("windows-1252");
});
