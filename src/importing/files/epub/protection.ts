import { ImportProblem } from "../../import-problem.ts";
import type { Archive } from "../zip/archive.ts";
import { all, parseMarkup } from "./markup.ts";

/** Scrambled fonts, which nobody needs for reading: https://www.w3.org/TR/epub-33/#sec-font-obfuscation and Adobe's own way. */
const FONTS_ONLY = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];
/** Licences of shops and libraries: Readium LCP, Adobe, Apple. */
const LICENCES = ["META-INF/license.lcpl", "META-INF/rights.xml", "META-INF/sinf.xml"];
const ENCRYPTION = "META-INF/encryption.xml";
const LIST_LIMIT = 5 * 1024 * 1024;

/** Throws an `ImportProblem` for a book that only the shop's own program opens: `protected`. */
export async function refuseProtected(archive: Archive): Promise<void> {
  if (LICENCES.some((name) => archive.names.has(name))) throw new ImportProblem("protected");
  const bytes = await archive.read(ENCRYPTION, LIST_LIMIT);
  if (!bytes) return;
  const methods = all(parseMarkup(bytes), "encrypteddata").flatMap((data) => all(data, "encryptionmethod").slice(0, 1));
  if (
    methods.some(
      (method) => !FONTS_ONLY.includes(method.getAttribute("Algorithm") ?? method.getAttribute("algorithm") ?? ""),
    )
  ) {
    throw new ImportProblem("protected");
  }
}
