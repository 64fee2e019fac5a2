import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { pictureKey } from "../../../html/picture-key.ts";
import type { ImportedPicture } from "../../../imported-article.ts";
import type { Figure } from "../page.ts";
import { type Drawing, type Matrix, type Painted, paintedPictures } from "./painted.ts";
import { type Pixels, pictureBytes } from "./picture-bytes.ts";

/** In pixels: smaller ones are signs and lines. And as large on the page, in points: about two lines of text. */
const SMALLEST = 64;
const SMALLEST_PAINTED = 24;
/** Of a document, and what they weigh together in bytes: they are all in memory until the document is stored. */
const MOST = 300;
const MOST_BYTES = 60 * 1024 * 1024;
/** Of the page: a picture that covers so much is the page itself, as scanned, if there is text on it. */
const WHOLE_PAGE = 0.8;
/** So many scanned pages in a row, and the rest is scanned too: to unpack all that only to throw it away takes minutes. */
const SCANNED = 3;
/** In points: strips of one picture stand this close. */
const TOUCHING = 1.5;

interface Place {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The pictures of a document, page by page. */
export class Figures {
  /** In the order they come up, each once. */
  readonly pictures = new Map<string, ImportedPicture>();
  /** Some are not among them: too many, in strips, or of a kind that is not read. */
  leftOut = false;
  #bytes = 0;
  #scanned = 0;
  /** Keys of what the library has under one name for the whole document. */
  #known = new Map<string, Promise<string | undefined>>();

  /** No more are wanted: the drawings of further pages need not be asked for. */
  get areOver(): boolean {
    return this.#scanned >= SCANNED;
  }

  /** `hasText`: there is text on the page. `alts`: what tells those who cannot see a picture what it shows, by the marked stretch it stands in. */
  async onPage(
    page: PDFPageProxy,
    drawing: Drawing,
    { hasText, alts }: { hasText: boolean; alts: Map<number, string> },
  ): Promise<Figure[]> {
    const viewport = page.getViewport({ scale: 1 });
    const all = paintedPictures(drawing, viewport.transform)
      .filter(({ isArtifact }) => !isArtifact)
      .map((painted) => ({ painted, place: placeOf(painted.matrix) }));
    const isWhole = ({ place }: { place: Place }) =>
      (place.right - place.left) * (place.bottom - place.top) > viewport.width * viewport.height * WHOLE_PAGE;
    this.#scanned = hasText && all.some(isWhole) ? this.#scanned + 1 : 0;
    const figures: Figure[] = [];
    for (const one of all) {
      const { painted, place } = one;
      if (Math.min(painted.width, painted.height) < SMALLEST || (hasText && isWhole(one))) continue;
      if (Math.min(place.right - place.left, place.bottom - place.top) < SMALLEST_PAINTED) continue;
      const isStrip = all.some((other) => other !== one && areStrips(place, other.place));
      const key = isStrip ? undefined : await this.#keyOf(page, painted);
      const alt = painted.mark === undefined ? undefined : alts.get(painted.mark);
      if (key !== undefined) figures.push({ ...place, key, ...(alt ? { alt } : {}) });
    }
    return figures;
  }

  async #keyOf(page: PDFPageProxy, painted: Painted): Promise<string | undefined> {
    const isShared = painted.id.startsWith("g_");
    const known = isShared ? this.#known.get(painted.id) : undefined;
    const key = known ?? this.#read(page, painted, isShared);
    if (isShared) this.#known.set(painted.id, key);
    return key;
  }

  async #read(page: PDFPageProxy, { id, matrix }: Painted, isShared: boolean): Promise<string | undefined> {
    if (this.pictures.size >= MOST || this.#bytes >= MOST_BYTES) {
      this.leftOut = true;
      return undefined;
    }
    const objects = isShared ? page.commonObjs : page.objs;
    const pixels = await new Promise<Pixels | null>((resolve) => objects.get(id, resolve));
    if (!pixels?.data) {
      this.leftOut = true;
      return undefined;
    }
    const bytes = await pictureBytes(pixels, matrix);
    if (!bytes) return undefined;
    const key = await pictureKey(bytes);
    if (!this.pictures.has(key)) this.#bytes += bytes.size;
    this.pictures.set(key, { key, bytes });
    return key;
  }
}

/** The unit square, as it lies on the page. */
function placeOf([a, b, c, d, e, f]: Matrix): Place {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Programs cut large pictures into strips, of which none is one. */
function areStrips(a: Place, b: Place): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) < TOUCHING;
  const above = near(a.left, b.left) && near(a.right, b.right) && (near(a.bottom, b.top) || near(b.bottom, a.top));
  const beside = near(a.top, b.top) && near(a.bottom, b.bottom) && (near(a.right, b.left) || near(b.right, a.left));
  return above || beside;
}
