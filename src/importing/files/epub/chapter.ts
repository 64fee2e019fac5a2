import type { Block } from "#domain/article.ts";
import type { ImportDoubt, ImportedPicture } from "../../imported-article.ts";
import { toBlocks } from "../../html/to-blocks.ts";
import { CHAPTER_LIMIT, PICTURE_LIMIT } from "../limits.ts";
import type { Archive } from "../zip/archive.ts";
import type { ForeignNotes } from "./foreign-notes.ts";
import { all, parseMarkup, textOf } from "./markup.ts";
import { type Package, purposesOf } from "./package.ts";
import { targetOf } from "./paths.ts";

export interface Chapter {
  /** What the table of contents calls it. Absent: it goes on with the chapter before it. */
  title?: string;
  blocks: Block[];
  pictures: ImportedPicture[];
  doubts: ImportDoubt[];
}

export interface Book {
  archive: Archive;
  about: Package;
  titles: Map<string, string>;
  notes: ForeignNotes;
  lang: string;
  dir: "ltr" | "rtl";
}

/** One file of the reading order; undefined where there is nothing to read in it, or no file. Rejects with an `ImportProblem`. */
export async function readChapter(book: Book, path: string): Promise<Chapter | undefined> {
  const bytes = await book.archive.read(path, CHAPTER_LIMIT);
  if (!bytes) return undefined;
  const page = parseMarkup(bytes);
  const [body = page.documentElement] = all(page, "body");
  const purposes = purposesOf(page);
  if (
    purposes.includes("toc") ||
    purposes.includes("cover") ||
    isCoverPage(body, path, book) ||
    book.notes.removeTaken(page, path)
  )
    return undefined;
  await book.notes.fetchInto(page, path);
  takeLanguageDown(page.documentElement, body);
  const missing = { pictures: false };
  const files = await picturesOf(body, path, book, missing);
  const { blocks, pictures, doubts } = await toBlocks(body, {
    lang: book.lang,
    dir: book.dir,
    files: (written) => files.get(written),
  });
  if (blocks.length === 0) return undefined;
  const title = book.titles.get(path);
  return {
    ...(title === undefined ? {} : { title }),
    blocks,
    pictures,
    doubts: missing.pictures && !doubts.includes("left-out") ? [...doubts, "left-out"] : doubts,
  };
}

/** The first page with nothing on it but the cover. Where the book does not say what its cover is, it is that. */
function isCoverPage(body: Element, path: string, { about }: Book): boolean {
  if (about.spine.length < 2 || about.spine[0]!.path !== path) return false;
  unwrapPictures(body);
  const images = all(body, "img");
  const picture =
    images.length === 1 && textOf(body) === "" ? targetOf(images[0]!.getAttribute("src"), path)?.path : "";
  if (!picture) return false;
  about.cover ??= picture;
  return about.cover === picture;
}

/** What the root says of its language is seen from the body on. */
function takeLanguageDown(root: Element, body: Element): void {
  const lang = root.getAttribute("lang") ?? root.getAttribute("xml:lang");
  if (lang && !body.hasAttribute("lang") && !body.hasAttribute("xml:lang")) body.setAttribute("lang", lang);
  const dir = root.getAttribute("dir");
  if (dir && !body.hasAttribute("dir")) body.setAttribute("dir", dir);
}

/** The pictures of a chapter by what their `src` is made to say: their path. */
async function picturesOf(body: Element, path: string, { archive, about }: Book, missing: { pictures: boolean }) {
  const files = new Map<string, Blob>();
  unwrapPictures(body);
  for (const image of all(body, "img")) {
    const target = targetOf(image.getAttribute("src"), path);
    image.removeAttribute("srcset");
    if (!target) continue;
    image.setAttribute("src", target.path);
    if (files.has(target.path)) continue;
    const blob = await pictureAt(target.path, archive, about);
    if (blob) files.set(target.path, blob);
    else missing.pictures = true;
  }
  return files;
}

const PICTURE_TYPES: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
};

/** A picture of a kind that is shown; one that is missing, damaged or too large costs itself alone. */
export async function pictureAt(path: string, archive: Archive, { types }: Package): Promise<Blob | undefined> {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const declared = types.get(path) ?? "";
  const type = Object.values(PICTURE_TYPES).includes(declared) ? declared : PICTURE_TYPES[ending];
  const bytes = type ? await archive.read(path, PICTURE_LIMIT).catch(() => undefined) : undefined;
  return bytes && new Blob([bytes], { type: type! });
}

/** Covers and plates are often a drawing that holds nothing but a picture. */
function unwrapPictures(body: Element): void {
  for (const drawing of all(body, "svg")) {
    const images = all(drawing, "image");
    const href =
      images[0]?.getAttribute("href") ??
      images[0]?.getAttributeNS("http://www.w3.org/1999/xlink", "href") ??
      images[0]?.getAttribute("xlink:href");
    if (images.length !== 1 || !href) continue;
    const image = body.ownerDocument.createElementNS("http://www.w3.org/1999/xhtml", "img");
    image.setAttribute("src", href);
    const [title] = all(drawing, "title");
    const label = drawing.getAttribute("aria-label") ?? (title ? textOf(title) : undefined);
    if (label !== undefined) image.setAttribute("alt", label);
    drawing.replaceWith(image);
  }
}
