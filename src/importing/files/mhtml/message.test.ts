import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parameter, partsOf } from "./message.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const text = (content: Uint8Array) => new TextDecoder().decode(content);
const message = (...lines: string[]) => bytes(lines.join("\r\n"));

describe("a message", () => {
  it("has its parts decoded, with folded headers whole", () => {
    const { headers, parts } = partsOf(
      message(
        "MIME-Version: 1.0",
        "Snapshot-Content-Location: https://example.org/a?b=c",
        "Content-Type: multipart/related;",
        '\ttype="text/html";',
        '\tboundary="--x y"',
        "",
        "A preamble that nobody reads.",
        "----x y",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "<p>caf=C3=A9 =",
        "and =3D more</p>",
        "----x y",
        "content-type: image/png",
        "content-transfer-encoding: base64",
        "",
        "aGVs",
        "bG8=",
        "----x y--",
        "An epilogue.",
      ),
    );
    expect(headers.get("snapshot-content-location")).toBe("https://example.org/a?b=c");
    expect(parts.map(({ type, charset }) => [type, charset])).toEqual([
      ["text/html", "utf-8"],
      ["image/png", undefined],
    ]);
    expect(parts.map((part) => text(part.bytes))).toEqual(["<p>café and = more</p>", "hello"]);
  });

  it("may have messages of many parts inside, and end anywhere", () => {
    const whole = [
      'Content-Type: multipart/mixed; boundary="a"',
      "",
      "--a",
      "Content-Type: multipart/related; boundary=b",
      "",
      "--b",
      "Content-Type: text/html",
      "",
      "<p>One",
    ];
    expect(partsOf(message(...whole)).parts.map((part) => text(part.bytes))).toEqual(["<p>One"]);
    expect(
      partsOf(message(...whole, "--b--", "--a", "", "Two", "--a--")).parts.map((part) => text(part.bytes)),
    ).toEqual(["<p>One", "Two"]);
  });

  it("ends for any bytes", () => {
    const pieces = fc.constantFrom(
      "--a",
      "--a--",
      "\r\n",
      "\r\n\r\n",
      "Content-Type: multipart/related; boundary=a",
      "Content-Transfer-Encoding: base64",
      "=",
      "=3",
      "x",
      "é",
      ":",
      '"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        const { parts } = partsOf(new TextEncoder().encode(list.join("")));
        expect(parts.length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a header's parameter", () => {
  it.each([
    ['multipart/related; boundary="a;b"', "a;b"],
    ["multipart/related; type=x; BOUNDARY=ab", "ab"],
    ["multipart/related; notboundary=ab", undefined],
  ])("%s", (header, value) => {
    expect(parameter(header, "boundary")).toBe(value);
  });
});
