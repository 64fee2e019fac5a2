import { type ReadonlySignal, signal } from "@preact/signals";
import type { ArticleId, Block } from "#domain/article.ts";
import type { Importer } from "#importing/import-article.ts";
import type { RepairExtractor } from "#importing/html/repair-regions.ts";
import type { Repair as Page, RepairChoice, RepairPiece } from "#importing/html/repair.ts";
import { createImageStore } from "#storage/images.ts";
import { createSavedArticles } from "#storage/saved-articles.ts";
import { type AddingParts, importerOf } from "./adding.ts";
import { decompress } from "./gzip.ts";
import { withOwnPictures } from "./own-pictures.ts";
import { savedPicturesOf } from "./saved-pictures.ts";
import { toArticle } from "./to-article.ts";

/** From what a repair begins: one of the ways to find the article in its page, or one region of that by its number. */
export type RepairBase = RepairExtractor | number;

/** The saved copy of a page, and which of its pieces are the article. */
export interface RepairModel {
  /** As the library has it. */
  title: string;
  lang: string;
  dir: "ltr" | "rtl";
  page: ReadonlySignal<Page>;
  base: ReadonlySignal<RepairBase>;
  /** Keys of the pictures of the article that are on this device. */
  pictures: ReadonlySet<string>;
  /** The pieces as the reader has them now. */
  pieces: ReadonlySignal<readonly RepairPiece[]>;
  /** Begins anew from another way or region. What was put or dropped before is forgotten. */
  beginFrom(base: RepairBase): Promise<void>;
  keep(number: number, kept: boolean): void;
  /** The text as it would be. Rejects with an error with a `reason` where none is left. */
  blocks(): Promise<Block[]>;
  /** Puts it in the place of the article's text; the saved copy, highlights, tags and position stay. False: it could not be stored. Rejects as `blocks` does. */
  save(): Promise<boolean>;
}

/** `missing`: there is no such article. `no-page`: it was not made of a page, or of one too large to be kept twice. */
export async function openRepair(
  app: AddingParts,
  id: ArticleId,
  loadImporter: () => Promise<Importer> = importerOf(app.base),
): Promise<RepairModel | "missing" | "no-page"> {
  const saved = createSavedArticles(app.storage);
  const [record, source] = await Promise.all([app.storage.readRecord(id), saved.readSource(id)]);
  if (!record) return "missing";
  if (source?.kind !== "html" || !source.bytes) return "no-page";
  const html = await (await decompress(source.bytes)).text();
  const importer = await loadImporter();
  const options = { ...(source.address && { address: source.address }) };

  const images = await createImageStore(app.storage).imagesOf(id);
  const pictures = new Set(images.flatMap(({ key, here }) => (here ? [key] : [])));

  const base = signal<RepairBase>("usual");
  const page = signal(await importer.repair.open(html, options, choiceOf("usual")));
  const pieces = signal<readonly RepairPiece[]>(page.peek().pieces);

  const choice = (): RepairChoice => {
    const changed = pieces.peek().filter(({ kept, number }) => kept !== page.peek().pieces[number]!.kept);
    const numbers = (kept: boolean) => changed.filter((piece) => piece.kept === kept).map(({ number }) => number);
    return { ...choiceOf(base.peek()), put: numbers(true), drop: numbers(false) };
  };
  const mend = () => importer.repair.apply(html, options, choice());
  return {
    title: record.title,
    lang: record.lang,
    dir: record.dir,
    pictures,
    page,
    base,
    pieces,
    async beginFrom(next) {
      base.value = next;
      const found = await importer.repair.open(html, options, choiceOf(next));
      if (base.peek() !== next) return;
      page.value = found;
      pieces.value = found.pieces;
    },
    keep(number, kept) {
      pieces.value = pieces.peek().map((piece) => (piece.number === number ? { ...piece, kept } : piece));
    },
    blocks: async () => (await mend()).blocks,
    async save() {
      const mended = await mend();
      const keptPictures = app.settings.chosen.peek().pictures ?? "full";
      const { article, images } = await withOwnPictures(mended, keptPictures, importer.pictures.read);
      // What the library calls it stays: the reader may have corrected it.
      const { title, lang, dir } = record;
      const imported = {
        article: { ...article, title, lang, dir },
        source: { kind: "html" as const, bytes: html },
        addresses: source.addresses,
      };
      const toSave = await toArticle(imported, images, Date.now(), source.address);
      const stored = await app.problems.watch(
        saved.renewArticle(id, toSave).then((renewed) => {
          if (!renewed) throw new Error("The article has gone.");
        }),
      );
      if (stored) void savedPicturesOf(app).fetchMissing(id);
      return stored;
    },
  };
}

function choiceOf(base: RepairBase): RepairChoice {
  return typeof base === "number" ? { region: base } : { extractor: base };
}
