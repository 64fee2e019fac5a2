import { expect, it } from "vitest";
import { identifyPage } from "#domain/web-media.ts";
import { ENCODED } from "../text/fixtures/encoded.ts";

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
/** Markup in the same width as the text. */
const inWidthOf = (encoding: string, text: string) => {
  const letters = new TextEncoder().encode(text);
  if (!encoding.startsWith("utf-16")) return letters;
  return Uint8Array.from([...letters].flatMap((letter) => (encoding === "utf-16le" ? [letter, 0] : [0, letter])));
};

it.each(ENCODED)("a text in %s is one, whatever its bytes: %s", (encoding, _, base64) => {
  const text = bytesOf(base64);
  const page = Uint8Array.of(...inWidthOf(encoding, "<!doctype html>\n<title>x</title><body>\n<p class='a'>"), ...text);
  for (const bytes of [text, page])
    // As long as the first piece of it is, which may end within a letter.
    for (const head of [bytes, bytes.subarray(0, 101)]) {
      expect(identifyPage("text/plain", head)).toEqual({ type: "text/plain", sort: "text" });
      expect(identifyPage("text/html", head)).toEqual({ type: "text/html", sort: "text" });
    }
});
