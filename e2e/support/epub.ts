import { strToU8, zipSync } from "fflate";

export interface Book {
  /** Markup of the metadata, as it stands in the package. */
  metadata: string;
  /** The body of each chapter. */
  chapters: readonly string[];
  /** Entries of the table of contents, as markup, in the order of the chapters. */
  contents?: readonly string[];
  /** By their paths in the book. Pictures of it need no entry in the package to be shown. */
  more?: Record<string, string | Uint8Array>;
}

/** A book as a publisher's program packs it. */
export function writeEpub({ metadata, chapters, contents = [], more = {} }: Book): Buffer {
  const page = (body: string) =>
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Page</title></head><body>${body}</body></html>`;
  const items = chapters.map((_, at) => `<item id="c${at}" href="${at}.xhtml" media-type="application/xhtml+xml"/>`);
  const order = chapters.map((_, at) => `<itemref idref="c${at}"/>`);
  const links = contents.map((entry, at) => `<li><a href="${at}.xhtml">${entry}</a></li>`);
  const files: Record<string, string | Uint8Array> = {
    "META-INF/container.xml": `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`,
    "book.opf": `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join("")}</manifest><spine>${order.join("")}</spine></package>`,
    "nav.xhtml": page(`<nav epub:type="toc"><ol>${links.join("")}</ol></nav>`),
    ...Object.fromEntries(chapters.map((body, at) => [`${at}.xhtml`, page(body)])),
    ...more,
  };
  const packed = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  const mimetype = strToU8("application/epub+zip");
  return Buffer.from(zipSync({ mimetype: [mimetype, { level: 0 }], ...Object.fromEntries(packed) }));
}
