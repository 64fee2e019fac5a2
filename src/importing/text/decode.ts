import { ImportProblem } from "../import-problem.ts";
import { guessEncoding } from "./guess-encoding.ts";

export interface Decoded {
  text: string;
  /** As https://encoding.spec.whatwg.org names it, in lower case. */
  encoding: string;
}

/**
 * The text of a file. Looked at in this order: a byte order mark, UTF-8 that is valid, UTF-16 by its zero bytes, ISO-2022-JP by its
 * escapes, then the encoding that was declared, if it does about as well as what the characters suggest.
 * Throws `ImportProblem("not-text")` for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked);
  const zeros = bytes.includes(0);
  if (!zeros) {
    if (controls(bytes)) throw new ImportProblem("not-text");
    if (isJis(bytes)) return decodeAs(bytes, "iso-2022-jp");
    if (isUtf8(bytes)) return decodeAs(bytes, "utf-8");
  } else {
    const wide = utf16(bytes);
    if (wide) return decodeAs(bytes, wide);
    throw new ImportProblem("not-text");
  }
  const encoding = guessEncoding(bytes, labelOf(declared));
  if (!encoding) throw new ImportProblem("not-text");
  return decodeAs(bytes, encoding);
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const decoder = new TextDecoder(encoding);
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

function labelOf(declared: string | undefined): string | undefined {
  if (!declared) return undefined;
  try {
    return new TextDecoder(declared.trim().replace(/^["']|["']$/g, "")).encoding.replace(/^gbk$/, "gb18030");
  } catch {
    return undefined;
  }
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

/** Files of other kinds are full of control characters; text has a form feed or an escape at most now and then. */
function controls(bytes: Uint8Array): boolean {
  let found = 0;
  for (const byte of bytes)
    if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f) found++;
  return found > 2 + bytes.length / 200;
}

function isJis(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return (
    at >= 0 &&
    bytes[at + 1] === 0x24 &&
    (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40) &&
    bytes.every((byte) => byte < 0x80)
  );
}

/** Valid up to a character that is cut off at the end, or with a rare broken one among many that are whole. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes, { stream: true });
  const broken = count(text, /\uFFFD/g);
  return broken === 0 || broken * 20 < count(text, /[^\p{ASCII}\uFFFD]/gu);
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

/** UTF-16 without a mark, by where spaces, line ends and full stops are; undefined where neither order gives text. */
function utf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const readings = ["utf-16le", "utf-16be"].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, 64 * 1024));
    const strange = count(text, /[\p{C}\uFFFD]/gu) - count(text, /[\t\n\r\f\u200C-\u200F]/g);
    return { encoding, usual: count(text, /[ \n、。]/g), text, strange };
  });
  const best = readings.sort((a, b) => b.usual - a.usual)[0]!;
  return best.usual > 0 && best.strange * 100 < best.text.length && !best.text.includes("\0")
    ? best.encoding
    : undefined;
}
