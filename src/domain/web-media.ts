import { afterProlog } from "./markup-start.ts";

/** What a body is, by what the site says of it and by what its first bytes say. */

export interface Media {
  /** Lower case, without parameters. */
  type: string;
  /** Text is decoded, a file is handed on as it is. */
  sort: "text" | "file";
}

/** Texts of these can be read, or hold what can be. */
const TEXTS =
  /^(text\/(html|plain|markdown|x-markdown|xml|x-opml)|application\/(xhtml\+xml|xml|json|markdown|[\w.-]+\+(xml|json)))$/;

const FILES: readonly string[] = [
  "application/epub+zip",
  "application/pdf",
  "application/x-mimearchive",
  "message/rfc822",
  "multipart/related",
];

/** What servers say when they do not know. */
const UNKNOWN =
  /^$|^(application|binary)\/octet-stream$|^unknown\/unknown$|^application\/unknown$|^\*\/\*$|^application\/(x-)?zip(-compressed)?$|^application\/force-download$/;

/** The media type of a `Content-Type` header, lower case; empty where there is none. */
export function essence(contentType: string | undefined): string {
  return (contentType ?? "").split(";", 1)[0]!.trim().toLowerCase();
}

/** What a page's body is, or undefined for what cannot be imported. `declared` is an `essence`, `head` the first bytes, 1,445 where there are so many. */
export function identifyPage(declared: string, head: Uint8Array): Media | undefined {
  const file = sniffFile(head);
  if (file !== undefined) return { type: file, sort: "file" };
  if (FILES.includes(declared)) return { type: declared, sort: "file" };
  const isText = TEXTS.test(declared);
  if (!isText && !UNKNOWN.test(declared)) return undefined;
  const strays = isText && declared !== "text/plain" ? Math.max(FEW_STRAYS, head.length * SOME_STRAYS) : 0;
  if (isBinary(head, strays)) return undefined;
  if (isText) return { type: declared, sort: "text" };
  const text = latin1(head).replace(MARK, "");
  const start = afterProlog(text);
  if (
    /^\s*<!doctype html/i.test(text.replaceAll(/<!--[^]*?-->/g, "")) ||
    /^<(html|head|body|title|meta|script|style|div|p|h1|a|b|table)[\s>]/i.test(start)
  ) {
    return { type: "text/html", sort: "text" };
  }
  return { type: /^\s*<\?xml/.test(text) ? "text/xml" : "text/plain", sort: "text" };
}

function sniffFile(head: Uint8Array): string | undefined {
  const start = latin1(head);
  if (/^[\s\0]*%PDF-/.test(start)) return "application/pdf";
  // The first entry of the archive has to be this, unpacked: https://www.w3.org/TR/epub-33/#sec-zip-container-mime
  if (start.startsWith("PK\x03\x04") && start.startsWith("mimetypeapplication/epub+zip", 30))
    return "application/epub+zip";
  return undefined;
}

/**
 * How many bytes that no text has may stand in what is declared to be markup or data: a page in which one has strayed is a page
 * still. In what is for people as it stands, browsers bear none.
 */
const FEW_STRAYS = 2;
const SOME_STRAYS = 0.005;

/** https://mimesniff.spec.whatwg.org/#binary-data-byte, but in UTF-16 such bytes are parts of letters. */
function isBinary(head: Uint8Array, strays: number): boolean {
  const found = head.filter(
    (byte) => byte <= 8 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f),
  ).length;
  return found > strays && !isUtf16(head);
}

/** By its mark; else by its characters, which are all in use, and none of them a control but for those that part lines. */
function isUtf16(head: Uint8Array): boolean {
  if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0xff && head[1] === 0xfe)) return true;
  return ["utf-16le", "utf-16be"].some((encoding) => {
    try {
      // What is cut off at the end is left out.
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
      return /[ \n\u3000-\u3002]/.test(text) && !/[^\P{C}\t\n\r\f\p{Cf}]/u.test(text);
    } catch {
      return false;
    }
  });
}

/** The byte order mark of UTF-8, a character for each byte. */
const MARK = /^\u00ef\u00bb\u00bf/;

const PICTURES: readonly [type: string, bytes: RegExp][] = [
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/png", /^\x89PNG\r\n/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[\s\S]{4}WEBPVP/],
  ["image/avif", /^[\s\S]{4}ftyp(avif|avis|[\s\S]{4}([\s\S]{4})*?(avif|avis))/],
];

/**
 * The type of a picture, by its bytes, whatever the site says it is as long as it says a picture, or nothing. Undefined for everything else: a page
 * that calls itself a picture is none.
 */
export function identifyPicture(declared: string, head: Uint8Array): string | undefined {
  if (!declared.startsWith("image/") && !UNKNOWN.test(declared)) return undefined;
  const start = latin1(head);
  const [type] = PICTURES.find(([, bytes]) => bytes.test(start)) ?? [];
  return type ?? (/^<svg[\s>]/i.test(afterProlog(start.replace(MARK, ""))) ? "image/svg+xml" : undefined);
}

/** Each byte as the character of its number. */
function latin1(head: Uint8Array): string {
  return String.fromCharCode(...head);
}
