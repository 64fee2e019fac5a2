import type { Block, TextDirection } from "#domain/article.ts";
import { pictureKey } from "../../html/picture-key.ts";
import { ImportProblem } from "../../import-problem.ts";
import type { ImportedArticle, ImportedPicture } from "../../imported-article.ts";
import { directionOf, languageOf } from "../../text/language.ts";
import type { FileProgress } from "../file-progress.ts";
import { BOOK_AT_ONCE, BOOK_LIMIT, CHAPTER_LIMIT } from "../limits.ts";
import type { Archive } from "../zip/archive.ts";
import { type Book, type Chapter, pictureAt, readChapter } from "./chapter.ts";
import { chapterTitles } from "./contents.ts";
import { ForeignNotes } from "./foreign-notes.ts";
import { joined, withNoteIds, withoutHeading } from "./joined.ts";
import { all, parseMarkup, textOf } from "./markup.ts";
import { type Package, readPackage } from "./package.ts";
import { refuseProtected } from "./protection.ts";

interface Options {
  /** The file's name without its ending. */
  name: string;
  onProgress?: ((progress: FileProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * A book as one article or, where it is longer than `BOOK_AT_ONCE`, as one for each chapter: in reading order, under one tag. File by file: no
 * more than one chapter's markup is unpacked at a time. Rejects with an `ImportProblem`, or with the signal's reason.
 */
export async function importEpub(archive: Archive, { name, onProgress, signal }: Options): Promise<ImportedArticle[]> {
  await refuseProtected(archive);
  const about = await readPackage(archive);
  const size = about.spine.reduce((sum, { path }) => sum + (archive.sizeOf(path) ?? 0), 0);
  if (size > BOOK_LIMIT) throw new ImportProblem("too-large");
  const book = await openBook(archive, about);
  // What stands beside the reading order comes after it.
  const order = [...about.spine.filter(({ aside }) => !aside), ...about.spine.filter(({ aside }) => aside)];
  const chapters: Chapter[] = [];
  for (const [index, { path }] of order.entries()) {
    signal?.throwIfAborted();
    const chapter = await readChapter(book, path);
    if (chapter) chapters.push(chapter);
    onProgress?.({ unit: "chapter", done: index + 1, of: order.length });
  }
  if (chapters.length === 0)
    throw new ImportProblem(order.some(({ path }) => archive.names.has(path)) ? "empty" : "damaged");
  const articles = size > BOOK_AT_ONCE ? byChapter(chapters) : [{ chapters }];
  const title = about.title || name;
  const common = await commonOf(book, title);
  return articles.map(({ title: own, chapters: those }, index): ImportedArticle => {
    const isPart = articles.length > 1;
    const called = isPart ? `${title}: ${own ?? index + 1}` : title;
    const blocks = isPart ? blocksOfPart(those) : joined(those);
    return {
      ...common.fields,
      title: called,
      blocks,
      ...gathered(those, common.cover),
      ...(isPart ? { tags: [title] } : {}),
    };
  });
}

async function openBook(archive: Archive, about: Package): Promise<Book> {
  const contents =
    about.contents === undefined ? undefined : await archive.read(about.contents, CHAPTER_LIMIT).catch(() => undefined);
  const sample = await sampleOf(archive, about);
  const lang = languageOf(about.lang, sample);
  const dir: TextDirection = sample || !about.rtl ? directionOf(lang, sample) : "rtl";
  return {
    archive,
    about,
    titles: contents ? chapterTitles(contents, about.contents!) : new Map(),
    notes: new ForeignNotes((path, limit) => archive.read(path, limit)),
    lang,
    dir,
  };
}

const SAMPLE = 3000;

/** Some text from the first file that has any to speak of. */
async function sampleOf(archive: Archive, { spine }: Package): Promise<string> {
  let sample = "";
  for (const { path } of spine.slice(0, 12)) {
    const bytes = await archive.read(path, CHAPTER_LIMIT).catch(() => undefined);
    const [body] = bytes ? all(parseMarkup(bytes), "body") : [];
    const text = textOf(body);
    if (text.length > sample.length) sample = text.slice(0, SAMPLE);
    if (sample.length === SAMPLE) break;
  }
  return sample;
}

interface Part {
  title?: string;
  chapters: Chapter[];
}

/** Files that the table of contents does not name go on with the one before. */
function byChapter(chapters: Chapter[]): Part[] {
  const parts: Part[] = [];
  for (const chapter of chapters) {
    const last = parts.at(-1);
    if (last && chapter.title === undefined) last.chapters.push(chapter);
    else parts.push({ ...(chapter.title === undefined ? {} : { title: chapter.title }), chapters: [chapter] });
  }
  return parts;
}

function blocksOfPart([first, ...rest]: Chapter[]): Block[] {
  const blocks = [withoutHeading(first!), ...rest.map((chapter) => chapter.blocks)].flatMap((part, index) =>
    withNoteIds(part, `${index + 1}-`),
  );
  return [...blocks.filter(({ type }) => type !== "note"), ...blocks.filter(({ type }) => type === "note")];
}

async function commonOf({ about, archive, lang, dir }: Book, title: string) {
  const bytes = about.cover === undefined ? undefined : await pictureAt(about.cover, archive, about);
  const cover: ImportedPicture | undefined = bytes && { key: await pictureKey(bytes), bytes };
  const { byline, published, summary } = about;
  return {
    cover,
    fields: {
      lang,
      dir,
      related: [],
      ...(byline ? { byline } : {}),
      ...(published ? { published } : {}),
      ...(summary && summary !== title ? { summary } : {}),
      ...(cover ? { leadImage: cover.key } : {}),
    },
  };
}

function gathered(chapters: Chapter[], cover: ImportedPicture | undefined) {
  const pictures = new Map(chapters.flatMap((chapter) => chapter.pictures).map((picture) => [picture.key, picture]));
  if (cover) pictures.set(cover.key, pictures.get(cover.key) ?? cover);
  return { pictures: [...pictures.values()], doubts: [...new Set(chapters.flatMap(({ doubts }) => doubts))] };
}
