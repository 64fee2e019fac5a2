import { ImportProblem } from "../../import-problem.ts";
import { CHAPTER_LIMIT } from "../limits.ts";
import type { Archive } from "../zip/archive.ts";
import { all, decodeMarkup, parseMarkup } from "./markup.ts";

/** Scrambled fonts: https://www.w3.org/TR/epub-33/#sec-font-obfuscation and Adobe's own way. */
const FONTS_ONLY = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];
/** Licences of shops and libraries: Readium LCP, Adobe, Apple. */
const LICENCES = ["META-INF/license.lcpl", "META-INF/rights.xml", "META-INF/sinf.xml"];
const ENCRYPTION = "META-INF/encryption.xml";
const LIST_LIMIT = 5 * 1024 * 1024;

const FONT = /\.(otf|ttf|ttc|woff2?|eot)$/i;
const MARKUP = /\.(xhtml|html?|xml)$/i;

/** Throws an `ImportProblem` for a book that only the shop's own program opens: `protected`. */
export async function refuseProtected(archive: Archive): Promise<void> {
  const bytes = await archive.read(ENCRYPTION, LIST_LIMIT);
  const entries = bytes ? all(parseMarkup(bytes), "encrypteddata") : [];
  if (entries.some(isLocked)) throw new ImportProblem("protected");
  // Licences are left in books whose lock is gone; where the list of what is locked is gone too, the text tells.
  if (LICENCES.some((name) => archive.names.has(name)) && !bytes && !(await isReadable(archive)))
    throw new ImportProblem("protected");
}

/** Fonts may be locked in any way: nobody needs them for reading. */
function isLocked(entry: Element): boolean {
  const [method] = all(entry, "encryptionmethod");
  const algorithm = method?.getAttribute("Algorithm") ?? method?.getAttribute("algorithm") ?? "";
  if (FONTS_ONLY.includes(algorithm)) return false;
  const [reference] = all(entry, "cipherreference");
  return !FONT.test(reference?.getAttribute("URI") ?? reference?.getAttribute("uri") ?? "");
}

const LOOKED_INTO = 8;

async function isReadable(archive: Archive): Promise<boolean> {
  const names = [...archive.names].filter((name) => MARKUP.test(name) && !name.startsWith("META-INF/"));
  for (const name of names.slice(0, LOOKED_INTO)) {
    const bytes = await archive.read(name, CHAPTER_LIMIT).catch(() => undefined);
    if (!bytes || !/^[\s\ufeff]*</.test(decodeMarkup(bytes.subarray(0, 200)))) return false;
  }
  return true;
}
