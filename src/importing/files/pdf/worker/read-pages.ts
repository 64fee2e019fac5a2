import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { ImportProblem } from "../../../import-problem.ts";
import { PDF_PAGE_LIMIT } from "../../limits.ts";
import type { Figure, LinkArea, Look, OutlineEntry, Page, Run, Tag } from "../page.ts";
import type { PdfContent } from "../to-articles.ts";
import { withBullets } from "./bullets.ts";
import { Figures } from "./figures.ts";
import { infoOf } from "./info.ts";
import { type Drawing, multiplied, paintedDots } from "./painted.ts";
import { altsOf, type StructNode, tagsOf } from "./tags.ts";

interface TextItem {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
  tag?: Tag;
}

/** Begins or ends a stretch of marked text. */
interface Marker {
  type: string;
  id?: string | null;
  tag?: string | null;
}

const TAGS_A_PAGE = 100_000;
/** Of the letters of a page: with fewer tagged, the tags are a program's leftovers. */
const WELL_TAGGED = 0.9;

/** In pixels. A larger one is left out. */
const LARGEST_PICTURE = 8_000_000;
/** Safari before 16.4 has no canvas away from the page: there a PDF comes without its pictures. */
const canDraw = typeof OffscreenCanvas !== "undefined";

interface Options {
  bytes: Uint8Array<ArrayBuffer>;
  /** The folder of character maps, absolute, with a slash at its end. */
  maps: string;
  onPage(done: number, of: number): void;
}

/**
 * The text of a PDF with its places. Rejects with an `ImportProblem`: `encrypted`, `damaged`, `too-large` (pages), `part-missing` when a
 * character map that the text needs cannot be fetched.
 */
export async function readPages({ bytes, maps, onPage }: Options): Promise<Omit<PdfContent, "name">> {
  let isMapMissing = false;
  /** Without a map it wants the library goes on, and the text comes out as something else or not at all. */
  class Maps {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      // Fonts are not needed to know their letters.
      if (kind !== "cMapUrl" || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(filename);
      const response = await fetch(maps + filename).catch(() => undefined);
      if (response?.ok) return new Uint8Array(await response.arrayBuffer());
      isMapMissing = true;
      throw new Error(filename);
    }
  }
  const loading = getDocument({
    data: bytes,
    cMapUrl: maps,
    cMapPacked: true,
    useWorkerFetch: false,
    BinaryDataFactory: Maps,
    // Nothing is drawn: no fonts, no decoders of the browser's, and only pictures of a size that fits into a phone's memory.
    disableFontFace: true,
    useSystemFonts: true,
    useWasm: false,
    maxImageSize: canDraw ? LARGEST_PICTURE : 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > PDF_PAGE_LIMIT) throw new ImportProblem("too-large");
    const looks = new Map<string, Look>();
    const figures = canDraw ? new Figures() : undefined;
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(page, looks, figures));
      page.cleanup();
      if (isMapMissing) throw new ImportProblem("part-missing");
      onPage(number, document.numPages);
    }
    return {
      pages,
      outline: await outlineOf(document),
      info: await infoOf(document),
      pictures: [...(figures?.pictures.values() ?? [])],
      leftOut: figures?.leftOut ?? false,
    };
  } catch (error) {
    throw asProblem(error);
  } finally {
    await loading.destroy();
  }
}

function asProblem(error: unknown): ImportProblem {
  if (error instanceof ImportProblem) return error;
  const name = error instanceof Error ? error.name : "";
  return new ImportProblem(name === "PasswordException" ? "encrypted" : "damaged", { cause: error });
}

async function readPage(page: PDFPageProxy, looks: Map<string, Look>, pictures?: Figures): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ includeMarkedContent: true });
  // Tags that cannot be read are no reason to refuse the text.
  const tree = (await page.getStructTree().catch(() => null)) as StructNode | null;
  const texts = taggedTexts(items as (TextItem | Marker)[], tagsOf(tree, page.pageNumber * TAGS_A_PAGE));
  const wantsPictures = pictures !== undefined && !pictures.areOver;
  const drawing: Drawing | undefined =
    wantsPictures || texts.some(({ fontName }) => !looks.has(fontName)) ? await page.getOperatorList() : undefined;
  if (drawing) learnLooks(page, drawing, looks, texts);
  const isVertical = texts.filter(({ fontName }) => styles[fontName]?.vertical).length * 2 > texts.length;
  const isStacked = !isVertical && areStacked(texts);
  const runs = texts.flatMap((item): Run[] => {
    const [a, b, c, d, x, y] = multiplied(viewport.transform, item.transform);
    const size = Math.hypot(c, d);
    const look = looks.get(item.fontName) ?? PLAIN;
    const tag = item.tag ? { tag: item.tag } : {};
    const common = { text: plainLetters(item.str), size, look, rtl: item.dir === "rtl", ...tag };
    // Read from the right, as if the page lay on its side: what goes down goes to the right.
    if (isVertical) return [{ ...common, x: y, y: viewport.width - x, width: item.height, rtl: false }];
    if (isStacked) {
      return [
        {
          ...common,
          x: y - size * 0.9,
          y: viewport.width - x - item.width / 2,
          width: size * item.str.length,
          rtl: false,
        },
      ];
    }
    // Text that stands upright along the edge is a stamp.
    if (Math.abs(b) > Math.abs(a) * 0.3 || a < 0) return [];
    return [{ ...common, x, y, width: item.width }];
  });
  // Where the file says what is a list, it says so of the bullets too.
  const isPlain = !isVertical && !isStacked && !texts.some(({ tag }) => tag);
  const listed = drawing && isPlain ? withBullets(runs, paintedDots(drawing, viewport.transform)) : runs;
  const size =
    isVertical || isStacked
      ? { width: viewport.height, height: viewport.width }
      : { width: viewport.width, height: viewport.height };
  const found =
    wantsPictures && drawing
      ? await pictures.onPage(page, drawing, { hasText: runs.length > 0, alts: altsOf(tree) })
      : [];
  const figures = isVertical || isStacked ? found.map((figure) => onItsSide(figure, viewport.width)) : found;
  return {
    ...size,
    runs: listed,
    figures,
    links: isVertical || isStacked ? [] : await linksOf(page, viewport.transform),
  };
}

/** As the text of a page is, whose lines go down. */
function onItsSide({ left, right, top, bottom, ...figure }: Figure, width: number): Figure {
  return { ...figure, left: top, right: bottom, top: width - right, bottom: width - left };
}

/** The texts with what they are part of. Where the page is well tagged, what is marked as no part of it is left out: running heads, page numbers. */
function taggedTexts(items: (TextItem | Marker)[], tags: Map<string, Tag>): TextItem[] {
  const stack: Marker[] = [];
  const texts: (TextItem & { isArtifact: boolean })[] = [];
  for (const item of items) {
    if ("str" in item) {
      const id = stack.findLast((marker) => marker.id)?.id;
      const tag = id ? tags.get(id) : undefined;
      const isArtifact = stack.some((marker) => marker.tag === "Artifact");
      if (item.str.trim()) texts.push({ ...item, isArtifact, ...(tag && tag.block >= 0 ? { tag } : {}) });
    } else if (item.type === "endMarkedContent") stack.pop();
    else stack.push(item);
  }
  const letters = (those: TextItem[]) => those.reduce((sum, { str }) => sum + str.length, 0);
  const own = texts.filter(({ isArtifact }) => !isArtifact);
  const tagged = own.filter(({ tag }) => tag);
  if (tagged.length > 0 && letters(tagged) >= letters(own) * WELL_TAGGED) return own;
  return texts.map(({ tag: _tag, ...text }) => text);
}

/** Some programs set vertical text letter by letter, each below the one before it. */
function areStacked(texts: TextItem[]): boolean {
  let [down, along] = [0, 0];
  for (const [index, { transform, height, str }] of texts.entries()) {
    const next = texts[index + 1];
    if (!next || !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(str)) continue;
    const [x, y] = [next.transform[4]! - transform[4]!, transform[5]! - next.transform[5]!];
    if (Math.abs(x) < height * 0.6 && y > height * 0.5 && y < height * 2) down++;
    else if (Math.abs(y) < height * 0.3 || str.length > 2) along++;
  }
  return down > along * 2 && down > 10;
}

/** Letters in the shapes and joined forms that fonts have for them, and radicals that look like ideographs, as the letters they are. */
function plainLetters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\ufb00-\ufdff\ufe10-\ufe1f\ufe30-\ufe4f\ufe70-\ufefe]+/g, (shapes) =>
    shapes.normalize("NFKC"),
  );
}

const PLAIN: Look = { bold: false, italic: false, mono: false };

/** Fonts are only told once a page's drawing is asked for; each has its name for the whole document. */
function learnLooks(
  page: PDFPageProxy,
  { fnArray, argsArray }: Drawing,
  looks: Map<string, Look>,
  items: TextItem[],
): void {
  const named = new Set(items.map(({ fontName }) => fontName));
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== OPS.setFont) continue;
    const [fontName] = argsArray[index] as [string];
    if (looks.has(fontName) || !page.commonObjs.has(fontName)) continue;
    const font = page.commonObjs.get(fontName) as { name?: string; bold?: boolean; black?: boolean; italic?: boolean };
    const name = font.name ?? "";
    looks.set(fontName, {
      bold: Boolean(font.bold || font.black) || /bold|black|heavy|semibd|demi\b/i.test(name),
      italic: Boolean(font.italic) || /italic|oblique|slanted|kursiv/i.test(name),
      mono: /courier|mono|consol|typewriter|menlo|monaco|cmtt|lmtt|code/i.test(name),
    });
  }
  for (const fontName of named) if (!looks.has(fontName)) looks.set(fontName, PLAIN);
}

async function linksOf(page: PDFPageProxy, transform: number[]): Promise<LinkArea[]> {
  const annotations = (await page.getAnnotations()) as { subtype?: string; url?: string; rect?: number[] }[];
  return annotations.flatMap(({ subtype, url, rect }) => {
    if (subtype !== "Link" || !url || !rect || !/^(https?|mailto):/i.test(url)) return [];
    const [, , , , x1, y1] = multiplied(transform, [1, 0, 0, 1, rect[0]!, rect[1]!]);
    const [, , , , x2, y2] = multiplied(transform, [1, 0, 0, 1, rect[2]!, rect[3]!]);
    const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
    return [{ href: url, left, right, top, bottom }];
  });
}

interface OutlineNode {
  title: string;
  dest: string | unknown[] | null;
  items: OutlineNode[];
}

const MOST_ENTRIES = 2000;

async function outlineOf(document: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const walk = async (nodes: OutlineNode[], depth: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      if (entries.length > MOST_ENTRIES || depth > 4) return;
      const page = await pageOf(document, dest).catch(() => undefined);
      if (page !== undefined && title.trim()) entries.push({ title: title.trim().replace(/\s+/g, " "), page, depth });
      await walk(items, depth + 1);
    }
  };
  // A broken table of contents is no reason to refuse the text.
  await walk(((await document.getOutline().catch(() => [])) ?? []) as OutlineNode[], 0);
  return entries;
}

async function pageOf(document: PDFDocumentProxy, dest: string | unknown[] | null): Promise<number | undefined> {
  const place = typeof dest === "string" ? await document.getDestination(dest) : dest;
  const target: unknown = place?.[0];
  if (typeof target === "number") return target;
  return target ? document.getPageIndex(target as { num: number; gen: number }) : undefined;
}
