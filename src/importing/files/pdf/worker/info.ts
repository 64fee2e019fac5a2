import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfInfo } from "../page.ts";

/** What the file says of itself, in its two places: https://pdfa.org/resource/iso-32000-2/ (14.3). */
export async function infoOf(document: PDFDocumentProxy): Promise<PdfInfo> {
  const { info, metadata } = await document.getMetadata();
  const said = info as Record<string, unknown>;
  const text = (name: string) => (typeof said[name] === "string" && said[name] ? said[name] : undefined);
  const published = publishedIn((metadata as { getRaw?(): unknown } | null)?.getRaw?.());
  const fields = {
    title: text("Title"),
    author: text("Author"),
    subject: text("Subject"),
    lang: text("Language"),
    created: text("CreationDate"),
    published,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Dates stand in XMP as elements, as lists, or as attributes: https://developer.adobe.com/xmp/docs/XMPNamespaces/ */
function publishedIn(xmp: unknown): PdfInfo["published"] {
  if (typeof xmp !== "string") return undefined;
  const dateOf = (name: string) => {
    const pattern = new RegExp(`\\b${name}\\s*(?:=\\s*["']|>(?:\\s*<rdf:\\w+>)*)\\s*(\\d{4}[-\\dT:]*)`, "i");
    return pattern.exec(xmp)?.[1];
  };
  const sure = dateOf("prism:publicationDate");
  if (sure) return { value: sure, isSure: true };
  const date = dateOf("dc:date");
  return date ? { value: date, isSure: false } : undefined;
}
