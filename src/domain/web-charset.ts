import { decodeStrictly, SCRIPT_ENCODINGS, scoreScript } from "./encoding-scripts.ts";
import { charsetParameter, declaredCharset } from "./declared-charset.ts";

/** A document as text. `charset` is the WHATWG name of the encoding it had. */
interface Decoded {
  text: string;
  charset: string;
}

/** What pages that do not say it are written in where they come from, by the ending of their host. Elsewhere their letters tell. */
const BY_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  "euc-jp shift_jis": ["jp"],
  gb18030: ["cn", "sg"],
  big5: ["tw", "hk", "mo"],
  "euc-kr": ["kr"],
  "windows-1250": ["cz", "hr", "hu", "pl", "ro", "rs", "si", "sk"],
  "windows-1251": ["bg", "by", "kg", "kz", "mk", "mn", "ru", "su", "ua"],
  "windows-1253": ["cy", "gr"],
  "windows-1254": ["az", "tr"],
  "windows-1255": ["il"],
  "windows-1256": [
    "ae",
    "bh",
    "dz",
    "eg",
    "iq",
    "ir",
    "jo",
    "kw",
    "lb",
    "ly",
    "ma",
    "om",
    "pk",
    "qa",
    "sa",
    "sy",
    "tn",
    "ye",
  ],
  "windows-1257": ["ee", "lt", "lv"],
  "windows-1258": ["vn"],
  "windows-874": ["th"],
};

/**
 * Decodes as browsers do: by the byte order mark, else the `Content-Type` header, else what the document says, else UTF-8 where it is
 * that, else what is usual where it comes from, else what its letters look like: another script than Latin, or windows-1252. What cannot be decoded becomes U+FFFD. Never throws.
 */
export function decode(body: Uint8Array, contentType: string, host: string): Decoded {
  const marked = byMark(body);
  if (marked !== undefined) return decodeAs(marked, body);
  const named = known(charsetParameter(contentType)) ?? inDocument(known(declaredCharset(body)));
  if (named !== undefined) return decodeAs(named, body);
  return firstThatFits([...(isSwitched(body) ? ["iso-2022-jp"] : []), "utf-8", ...usualFor(host, body)], body);
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return undefined;
}

/** A document that can be read as ASCII up to where it says UTF-16 is not in UTF-16: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding */
function inDocument(charset: string | undefined): string | undefined {
  return charset?.startsWith("utf-16") ? "utf-8" : charset;
}

/** The name of the encoding that a label stands for, or undefined where it stands for none. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  if (/^\s*x-user-defined\s*$/i.test(label)) return "windows-1252";
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Japanese that is switched to by escape sequences, all of ASCII. */
function isSwitched(body: Uint8Array): boolean {
  const at = body.indexOf(0x1b);
  return at >= 0 && body[at + 1] === 0x24 && body.every((byte) => byte < 0x80);
}

function usualFor(host: string, body: Uint8Array): string[] {
  const country = host.slice(host.lastIndexOf(".") + 1).toLowerCase();
  const [names = byLetters(body)] = Object.entries(BY_COUNTRY).find(([, all]) => all.includes(country)) ?? [];
  return names.split(" ");
}

/** At most this much is looked at, in bytes. */
const ENOUGH = 64 * 1024;
/** Fewer bytes that are not ASCII can be anything. */
const FEW = 8;
/** Text in a script scores nearly 1, and text in none of it seldom half of that; see `scoreScript`. */
const SURELY = 0.5;

/** The encoding in which a document's letters are those of a script's usual text; windows-1252 where there is none. */
function byLetters(body: Uint8Array): string {
  // Markup and scripts are ASCII, and come before most of the text.
  const first = Math.max(0, body.findIndex((byte) => byte > 0x7f) - 1);
  const sample = body.subarray(first, first + ENOUGH);
  if (sample.filter((byte) => byte > 0x7f).length < FEW) return "windows-1252";
  let best = { encoding: "windows-1252", score: SURELY };
  for (const [encoding, family] of SCRIPT_ENCODINGS) {
    const text = decodeStrictly(sample, encoding);
    const score = text === undefined ? 0 : scoreScript(text, family);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** By the first encoding that has no fault in it, or by the last. */
function firstThatFits(charsets: readonly string[], body: Uint8Array): Decoded {
  for (const charset of charsets.slice(0, -1)) {
    try {
      return { text: new TextDecoder(charset, { fatal: true }).decode(body), charset };
    } catch {
      // The next one.
    }
  }
  return decodeAs(charsets.at(-1) ?? "utf-8", body);
}

function decodeAs(charset: string, body: Uint8Array): Decoded {
  const text = new TextDecoder(charset).decode(body);
  return { text: charset === "windows-1252" ? withoutControls(text) : text, charset };
}

/** What windows-1252 has where Latin-1 has controls: https://encoding.spec.whatwg.org/#index-windows-1252 */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Some versions of Node take one for the other: https://github.com/nodejs/node/issues/56542 */
function withoutControls(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}
