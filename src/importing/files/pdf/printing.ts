/** What tests print with the browser they run in, and read again. */
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { pdfFiles } from "pdf:files";
import { toArticles } from "./to-articles.ts";
import { readPages } from "./worker/read-pages.ts";

/** The article of a PDF, without the worker around it, which takes a second to start in development. */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>) {
  const maps = new URL(pdfFiles.maps, location.href).href;
  return toArticles({ ...(await readPages({ bytes, maps, onPage: () => {} })), name: "file" })[0]!;
}

/** `print`: has the browser print markup; the answer is the PDF in base64. */
type Print = (printing: { html: string; tagged: boolean }) => Promise<string>;

/** A page as the browser prints it, read again. `html` begins with its root's tag. */
export function printedBy(print: Print) {
  return async (html: string, { tagged = false, style = "" } = {}) => {
    const pdf = await print({
      html: `<!doctype html><style>body { font: 11pt serif } ${style}</style>${html}`,
      tagged,
    });
    return readPdf(Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0)));
  };
}
