import type { ArticleId } from "#domain/article.ts";
import type { PictureChoice } from "#domain/settings.ts";
import type { Importer } from "#importing/import-article.ts";
import type { ImageOutcome, ImageStore } from "#storage/images.ts";
import type { SavedArticles } from "#storage/saved-articles.ts";
import { decompress } from "./gzip.ts";
import { reasonOf } from "./in-turn.ts";

interface Again {
  images: ImageStore;
  saved: Pick<SavedArticles, "readSource">;
  choice: PictureChoice;
  loadImporter(): Promise<Importer>;
}

/**
 * Brings back pictures of an article that came inside a file and are not here, where what it was made of is kept. Yields the articles that
 * have them now. Rejects with a `StorageError`, or where the part that reads them cannot be had.
 */
export async function readPicturesAgain(
  id: ArticleId,
  { images, saved, choice, loadImporter }: Again,
): Promise<ArticleId[]> {
  if (choice === "none") return [];
  const missing = new Set((await images.imagesOf(id)).flatMap((one) => (one.here || one.address ? [] : [one.key])));
  const source = missing.size > 0 ? await saved.readSource(id) : undefined;
  if (!source?.bytes || source.kind === "text") return [];
  const { kind, address } = source;
  const importer = await loadImporter();
  const outcomes: ImageOutcome[] = [];
  for (const { key, bytes } of await importer.picturesInside({
    kind,
    bytes: await decompress(source.bytes),
    address,
  })) {
    if (!bytes || !missing.delete(key)) continue;
    try {
      outcomes.push({ key, ...(await importer.pictures.read(bytes, choice)) });
    } catch (error) {
      const problem = reasonOf(error);
      if (problem !== "part-missing") outcomes.push({ key, problem, again: false });
    }
  }
  return images.saveImages(outcomes);
}
