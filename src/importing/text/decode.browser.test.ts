// In a browser: Node 20 reads windows-1252 as ISO-8859-1, https://github.com/nodejs/node/issues/56542
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportProblem } from "../import-problem.ts";
import { decodeText } from "./decode.ts";
import { ENCODED } from "./fixtures/encoded.ts";

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

describe("bytes without a word about their encoding", () => {
  it.each(ENCODED)("are found to be %s: %s", (encoding, text, base64) => {
    expect(decodeText(bytesOf(base64))).toEqual({ text, encoding });
  });

  it.each(ENCODED)("are not led astray by a wrong one (%s)", (_, text, base64) => {
    expect(decodeText(bytesOf(base64), "utf-8").text).toBe(text);
    expect(decodeText(bytesOf(base64), "no-such-encoding").text).toBe(text);
  });
});

describe("program code beside the text", () => {
  const line = 'document.getElementById("nextPage").addEventListener("click", showNextPage);\n';
  const oneByte = ENCODED.filter(([encoding]) => !encoding.startsWith("utf-16"));

  it.each(oneByte)("says nothing against %s: %s", (encoding, text, base64) => {
    for (const code of [line.repeat(20), line.repeat(200)]) {
      const bytes = Uint8Array.of(...bytesOf(base64), 0x0a, ...new TextEncoder().encode(code));
      expect(decodeText(bytes)).toEqual({ text: `${text}\n${code}`, encoding });
    }
  });
});

describe("what was declared", () => {
  it("decides between encodings in which the text looks as likely", () => {
    const bytes = Uint8Array.of(0x31, 0x30, 0x20, 0xa4);
    expect(decodeText(bytes, "ISO-8859-15")).toEqual({ text: "10 €", encoding: "iso-8859-15" });
    expect(decodeText(bytesOf(ENCODED[0]![2]), "iso-8859-1").encoding).toBe("windows-1252");
  });
});

describe("marks and broken ends", () => {
  it("takes a byte order mark at its word and leaves it out", () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: "a", encoding: "utf-8" });
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toEqual({ text: "a", encoding: "utf-16le" });
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toEqual({ text: "a", encoding: "utf-16be" });
  });

  it("reads UTF-8 that is cut off in a character, or has one broken byte in a long text", () => {
    const whole = new TextEncoder().encode("Größe ".repeat(30));
    expect(decodeText(whole.subarray(0, 3)).encoding).toBe("utf-8");
    const broken = whole.slice();
    broken[2] = 0x20;
    expect(decodeText(broken).encoding).toBe("utf-8");
  });

  it("has nothing to say against an empty file", () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: "", encoding: "utf-8" });
  });
});

describe("what is not text", () => {
  it.each([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52)],
    ["an archive", Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0, 0x9c, 0x5a)],
    ["control characters", Uint8Array.from({ length: 200 }, (_, index) => (index * 7) % 32 || 1)],
    ["noise", Uint8Array.from({ length: 4000 }, (_, index) => ((index * 2654435761) >>> 13) & 0xff)],
  ])("is refused: %s", (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(new ImportProblem("not-text"));
  });

  it("is the only thing that is refused, and nothing else is ever thrown", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string(), { nil: undefined }), (bytes, declared) => {
        try {
          expect(typeof decodeText(bytes, declared).text).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(ImportProblem);
        }
      }),
    );
  });

  it("is never what was text in UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const bytes = new TextEncoder().encode(text.replaceAll("\0", "").replace(/^\uFEFF/, ""));
        fc.pre(!/[\p{Cc}]/u.test(text));
        expect(decodeText(bytes).encoding).toBe("utf-8");
      }),
    );
  });
});
