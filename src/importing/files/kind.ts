/** What kind of file it is: its bytes say so first, then how its text is built, and its name and declared type only where those are silent. */
import { afterProlog } from "#domain/markup-start.ts";
import { ImportProblem } from "../import-problem.ts";
import { looksLikeMarkdown } from "../text/markdown.ts";

export interface FileClaims {
  /** The file's name, with its ending. Empty: unknown. */
  name: string;
  /** The declared media type. Empty: unknown. */
  type: string;
}

export type BinaryKind = "pdf" | "zip";
export type TextKind = "html" | "mhtml" | "markdown" | "text";

/** As many bytes of the start as `binaryKind` wants. */
export const HEAD_LENGTH = 1024;

/** A zip file, an empty one, and one in parts. */
const ZIP_STARTS = ["PK\x03\x04", "PK\x05\x06", "PK\x07\x08"];

type Signature = [at: number, bytes: string];

/**
 * Known kinds that are no articles, by their first bytes: https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern and the
 * sections after it, and what people have on their disks besides.
 */
const UNSUPPORTED: Signature[] = [
  [0, "{\\rtf"],
  // Word, Excel and PowerPoint before 2007.
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  [0, "%!PS"],
  [0, "AT&TFORM"],
  [60, "BOOKMOBI"],
  [60, "TEXtREAd"],
  [0, "\x89PNG\r\n\x1a\n"],
  [0, "\xff\xd8\xff"],
  [0, "GIF87a"],
  [0, "GIF89a"],
  [0, "II*\0"],
  [0, "MM\0*"],
  [0, "\0\0\x01\0"],
  // WebP, WAVE and AVI; and MP4, QuickTime, HEIC and AVIF.
  [0, "RIFF"],
  [4, "ftyp"],
  [0, "ID3"],
  [0, "OggS"],
  [0, "fLaC"],
  [0, "\x1aE\xdf\xa3"],
  [0, "\x1f\x8b"],
  [0, "7z\xbc\xaf\x27\x1c"],
  [0, "Rar!\x1a\x07"],
  [0, "\xfd7zXZ\0"],
  [0, "BZh"],
  [0, "bplist00"],
  [0, "wOFF"],
  [0, "wOF2"],
  [0, "OTTO\0"],
  [0, "\0\x01\0\0\0"],
  [0, "\x7fELF"],
  [0, "MZ\x90\0"],
  [0, "SQLite format 3\0"],
  [0, "\0asm"],
];

/** Frames of MPEG audio without a tag in front: eleven bits set, then a version and a layer that exist. */
const isMp3 = (head: Uint8Array) => head[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(head[1] ?? 0);

/** A file that ends within the bytes it is known by: a download that broke off at once. */
const isBrokenOff = (text: string) =>
  text.length > 1 &&
  [...ZIP_STARTS, "%PDF-1", "%PDF-2"].some((start) => text.length < start.length && start.startsWith(text));

/**
 * What the first bytes say; undefined: it may be text. Throws an `ImportProblem` for known kinds that cannot be read, `unsupported`, and for a
 * file that is no more than the beginning of one, `damaged`.
 */
export function binaryKind(head: Uint8Array): BinaryKind | undefined {
  const text = latin1(head.subarray(0, HEAD_LENGTH));
  if (isBrokenOff(text)) throw new ImportProblem("damaged");
  if (ZIP_STARTS.some((start) => text.startsWith(start))) return "zip";
  // Writers put blanks and lines of their own in front of a PDF, which all readers accept; markup that speaks of PDF is none.
  if (/^[^<]*%PDF-\d/.test(text) && !isProse(text.slice(0, text.indexOf("%PDF-")))) return "pdf";
  if (UNSUPPORTED.some(([at, bytes]) => text.startsWith(bytes, at)) || isMp3(head))
    throw new ImportProblem("unsupported");
  return undefined;
}

const isProse = (before: string) => /[a-z]{2,} [a-z]{2,}/.test(before);

/** What the text is, by how it is built and what its name says. Throws an `ImportProblem` for text of a known kind that is no article: `unsupported`, `feed` or `feed-list`. */
export function textKind(text: string, { name, type }: FileClaims): TextKind {
  const start = text.slice(0, 20_000).replace(/^[\s\ufeff]+/, "");
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const media = type.split(";")[0]!.trim().toLowerCase();
  if (isMessage(start)) return "mhtml";
  const [, root] = /^<([a-z][\w:-]*)/i.exec(afterProlog(start)) ?? [];
  if (/^(html|head|body)$/i.test(root ?? "") || /^<!doctype html/i.test(withoutComments(start))) return "html";
  if (/^(markdown|md|mdown|mkd|mkdn)$/.test(ending) || media === "text/markdown") return "markdown";
  if (/^(html?|xhtml|xht)$/.test(ending) || media === "text/html" || media === "application/xhtml+xml") return "html";
  if (/^opml$/i.test(root ?? "")) throw new ImportProblem("feed-list");
  if (isFeed(start, root)) throw new ImportProblem("feed");
  if (start.startsWith("<?xml") || /^svg$/i.test(root ?? "")) throw new ImportProblem("unsupported");
  if (/^(json|csv|tsv|css|js|mjs|ts|svg|xml|ics|vcf|url)$/.test(ending)) throw new ImportProblem("unsupported");
  if (DATA_TYPES.test(media)) throw new ImportProblem("unsupported");
  if (root && HTML_STARTS.test(root) && /<\/[a-z]/i.test(start)) return "html";
  return looksLikeMarkdown(text) ? "markdown" : "text";
}

function isFeed(start: string, root = ""): boolean {
  // https://www.jsonfeed.org/version/1.1/
  if (start.startsWith("{")) return /"version"\s*:\s*"https?:\\?\/\\?\/(www\.)?jsonfeed\.org\b/i.test(start);
  return /^(rss|feed)$/i.test(root) || (/^rdf:rdf$/i.test(root) && start.includes("//purl.org/rss/"));
}

const withoutComments = (start: string) => start.replaceAll(/<!--[^]*?-->/g, "").trimStart();

/** Texts that are for programs. */
const DATA_TYPES = /^(application\/(.*\+)?(json|javascript)|text\/(css|csv|javascript|calendar|vcard))$/;

/** Elements a piece of a page begins with. */
const HTML_STARTS =
  /^(meta|title|link|style|script|main|article|section|header|div|p|h[1-6]|table|ul|ol|dl|blockquote|figure|img|span|a|b|br)$/i;

/** Headers as in mail, with one that says what parts there are: https://www.rfc-editor.org/rfc/rfc2557 */
export function isMessage(start: string): boolean {
  const [headers = ""] = start.split(/\r?\n\r?\n/, 1);
  if (!/^[!-9;-~]+:/.test(headers)) return false;
  return /^mime-version:/im.test(headers) && /^content-type:\s*(multipart\/|text\/html)/im.test(headers);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
