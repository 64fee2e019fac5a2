import { type Packed, writeZip } from "../zip/testing.ts";

/** A picture that is one: no spot of colour, which pages put where a picture is to come later. */
export async function pictureBytes(color: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(120, 60);
  const context = canvas.getContext("2d")!;
  context.fillStyle = color;
  context.fillRect(0, 0, 120, 60);
  for (let at = 0; at < 1200; at++) {
    context.fillStyle = `hsl(${(at * 137) % 360} 60% 50%)`;
    context.fillRect((at * 31) % 120, (at * 17) % 60, 2, 1);
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
}

/** A book of these files, which say by their names where they are. */
export function writeEpub(files: Record<string, string | Uint8Array>): Blob {
  const entries = Object.entries(files).map(([name, content]): Packed => ({ name, content }));
  return writeZip([{ name: "mimetype", content: "application/epub+zip", stored: true }, ...entries]);
}

interface Sketch {
  /** The content of the body of each chapter, by its name in the table of contents. */
  chapters: Record<string, string>;
  title?: string;
  more?: Record<string, string | Uint8Array>;
}

/** A book in the newest form with nothing special in it. */
export function plainEpub({ chapters, title = "A book", more = {} }: Sketch): Blob {
  const names = Object.keys(chapters);
  const file = (index: number) => `c${index + 1}.xhtml`;
  const page = (body: string) =>
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`;
  const items = names.map(
    (_, index) => `<item id="c${index}" href="${file(index)}" media-type="application/xhtml+xml"/>`,
  );
  const links = names.map((name, index) => `<li><a href="${file(index)}">${name}</a></li>`);
  return writeEpub({
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    "book.opf": `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>${title}</dc:title><dc:language>en</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join("")}</manifest><spine>${names.map((_, index) => `<itemref idref="c${index}"/>`).join("")}</spine></package>`,
    "nav.xhtml": page(`<nav epub:type="toc"><ol>${links.join("")}</ol></nav>`),
    ...Object.fromEntries(Object.values(chapters).map((body, index) => [file(index), page(body)])),
    ...more,
  });
}
