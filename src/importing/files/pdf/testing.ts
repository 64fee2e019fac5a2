/** Writes the PDFs of the tests. Its types are as wide as a typewriter's: six tenths of the size a letter, so that places can be reckoned. */

export type Font = "regular" | "bold" | "italic" | "unicode" | "japanese" | "unmapped";

export interface Text {
  /** From the upper left corner, in points, to the line the letters stand on. */
  x: number;
  y: number;
  text: string;
  size?: number;
  font?: Font;
}

export interface PdfPage {
  texts: Text[];
  links?: { left: number; top: number; right: number; bottom: number; href: string }[];
  /** A black square over the page, as a scan is one large picture. */
  drawing?: boolean;
  /** A picture of grey stripes; `kind` makes it one of another page than that of 0. Places as of links. */
  picture?: { left: number; top: number; right: number; bottom: number; kind?: number; filter?: string };
}

export interface PdfSketch {
  pages: PdfPage[];
  info?: Record<string, string>;
  lang?: string;
  outline?: { title: string; page: number }[];
  encrypted?: boolean;
  /** Elements of the file's metadata in XMP. */
  xmp?: string;
}

export const WIDTH = 600;
export const HEIGHT = 800;
export const LETTER = 0.6;

const FONTS: Record<Font, string> = {
  regular: "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
  bold: "<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>",
  italic: "<</Type/Font/Subtype/Type1/BaseFont/Courier-Oblique/Encoding/WinAnsiEncoding>>",
  unicode: composite("Unicode", "Identity-H", "Identity", "/ToUnicode 3 0 R"),
  japanese: composite("HeiseiMin-W3", "UniJIS-UTF16-H", "Japan1", ""),
  unmapped: "<</Type/Font/Subtype/Type1/BaseFont/Odd/Encoding<</Differences[33/g1/g2/g3/g4/g5/g6/g7]>>>>",
};

function composite(name: string, encoding: string, ordering: string, more: string): string {
  const width = ordering === "Identity" ? 600 : 1000;
  const descendant = `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/DW ${width}/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 6>>/FontDescriptor<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200/ItalicAngle 0/CapHeight 700/StemV 80>>>>`;
  return `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[${descendant}]${more}>>`;
}

const TO_UNICODE =
  "/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/Own def 1 begincodespacerange <0000><ffff> endcodespacerange 1 beginbfrange <0000><ffff><0000> endbfrange endcmap end end";

export function writePdf({ pages, info = {}, lang, outline = [], encrypted, xmp }: PdfSketch): Blob {
  const objects: string[] = [];
  const add = (object: string) => objects.push(object);
  const [firstPage, fontsAt] = [10, 4];
  const pageAt = (index: number) => firstPage + index * 2;
  const outlineAt = pageAt(pages.length);
  const xmpAt = outlineAt + (outline.length > 0 ? outline.length + 1 : 0);
  add(
    `<</Type/Catalog/Pages 2 0 R${lang ? `/Lang(${lang})` : ""}${outline.length > 0 ? `/Outlines ${outlineAt} 0 R` : ""}${xmp ? `/Metadata ${xmpAt} 0 R` : ""}>>`,
  );
  add(`<</Type/Pages/Kids[${pages.map((_, index) => `${pageAt(index)} 0 R`).join(" ")}]/Count ${pages.length}>>`);
  add(stream(TO_UNICODE));
  for (const font of Object.values(FONTS)) add(font);
  const resources = Object.keys(FONTS).map((font, index) => `/${font} ${fontsAt + index} 0 R`);
  const pictures: NonNullable<PdfPage["picture"]>[] = [];
  const firstPicture = xmpAt + (xmp ? 1 : 0);
  for (const [index, { texts, links = [], drawing, picture }] of pages.entries()) {
    const annotations = links.map(
      ({ left, top, right, bottom, href }) =>
        `<</Type/Annot/Subtype/Link/Rect[${left} ${HEIGHT - bottom} ${right} ${HEIGHT - top}]/Border[0 0 0]/A<</S/URI/URI(${href})>>>>`,
    );
    // Inside the page's own resources a stream has to be an object of its own: these come last.
    const shown = picture ? `/XObject<</Im ${firstPicture + pictures.push(picture) - 1} 0 R>>` : "";
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<<${resources.join("")}>>${shown}>>/Annots[${annotations.join("")}]/Contents ${pageAt(index) + 1} 0 R>>`,
    );
    add(
      stream(
        (drawing ? "0 0 600 800 re f\n" : "") + (picture ? paintOf(picture) : "") + texts.map(operatorsOf).join("\n"),
      ),
    );
  }
  if (outline.length > 0) {
    const at = (index: number) => `${outlineAt + 1 + index} 0 R`;
    add(`<</Type/Outlines/First ${at(0)}/Last ${at(outline.length - 1)}/Count ${outline.length}>>`);
    for (const [index, { title, page }] of outline.entries()) {
      const next = index < outline.length - 1 ? `/Next ${at(index + 1)}` : "";
      add(`<</Title(${escaped(title)})/Parent ${outlineAt} 0 R${next}/Dest[${pageAt(page)} 0 R/Fit]>>`);
    }
  }
  if (xmp)
    add(
      stream(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${xmp}</rdf:RDF></x:xmpmeta>`, "/Type/Metadata/Subtype/XML"),
    );
  for (const { kind = 0, filter } of pictures) {
    const grey = (_: unknown, at: number) => String.fromCharCode(((at + kind) % 7) * 30);
    add(
      stream(
        Array.from({ length: 80 * 80 }, grey).join(""),
        `/Type/XObject/Subtype/Image/Width 80/Height 80/ColorSpace/DeviceGray/BitsPerComponent 8${filter ? `/Filter/${filter}` : ""}`,
      ),
    );
  }
  add(
    `<<${Object.entries(info)
      .map(([name, value]) => `/${name}(${escaped(value)})`)
      .join("")}>>`,
  );
  return assembled(objects, encrypted ?? false);
}

function assembled(objects: string[], encrypted: boolean): Blob {
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const key = "<" + "5a".repeat(32) + ">";
  const id = "<" + "0f".repeat(16) + ">";
  const lock = encrypted ? `/ID[${id}${id}]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O${key}/U${key}>>` : "";
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info ${objects.length} 0 R${lock}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Blob([Uint8Array.from(file, (character) => character.charCodeAt(0))], { type: "application/pdf" });
}

const stream = (content: string, more = "") => `<<${more}/Length ${content.length}>>\nstream\n${content}\nendstream`;

const paintOf = ({ left, top, right, bottom }: NonNullable<PdfPage["picture"]>) =>
  `q ${right - left} 0 0 ${bottom - top} ${left} ${HEIGHT - bottom} cm /Im Do Q\n`;

function operatorsOf({ x, y, text, size = 10, font = "regular" }: Text): string {
  const wide = font === "unicode" || font === "japanese";
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, "0"));
  const shown = wide ? `<${units.join("")}>` : `(${escaped(text)})`;
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm ${shown} Tj ET`;
}

/** Characters above Latin-1 that WinAnsi has. */
const WIN_ANSI: Record<string, number> = { "–": 150, "—": 151, "•": 149, "“": 147, "”": 148, "’": 146, "†": 134 };

function escaped(text: string): string {
  return text
    .replace(/[\\()]/g, "\\$&")
    .replace(/[^\0-\xff]/g, (character) => String.fromCharCode(WIN_ANSI[character] ?? 63));
}

interface Place {
  x: number;
  y: number;
  /** Letters to a line. */
  letters: number;
  size?: number;
  leading?: number;
  /** Letters the first line is indented by. */
  indent?: number;
  font?: Font;
}

/** A paragraph as a printer sets it: a soft hyphen in a word is where it may be broken. The first of its lines stands at `y`. */
export function set(
  text: string,
  { x, y, letters, size = 10, leading = size * 1.2, indent = 0, font = "regular" }: Place,
): Text[] {
  const lines = [""];
  const room = () => letters - (lines.length === 1 ? indent : 0) - lines.at(-1)!.length;
  for (const word of text.split(" ")) {
    const whole = word.replaceAll("\u00ad", "");
    const blank = lines.at(-1) ? " " : "";
    if (whole.length + blank.length <= room()) {
      lines[lines.length - 1] += blank + whole;
      continue;
    }
    const parts = word.split(/\u00ad|(?<=-)/);
    let first = "";
    while (parts.length > 1 && (first + parts[0]).length + blank.length + 1 <= room()) first += parts.shift()!;
    if (first) lines[lines.length - 1] += blank + first + (first.endsWith("-") ? "" : "-");
    lines.push(parts.join(""));
  }
  return lines.map((line, index) => ({
    x: x + (index === 0 ? indent * size * LETTER : 0),
    y: y + index * leading,
    text: line,
    size,
    font,
  }));
}
