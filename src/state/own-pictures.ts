import { withPictureSizes } from "#domain/picture-sizes.ts";
import type { PictureChoice } from "#domain/settings.ts";
import type { ImportedArticle } from "#importing/imported-article.ts";
import type { PictureReader } from "#importing/pictures/picture-reader.ts";
import type { NewImage } from "#storage/saved-articles.ts";
import { reasonOf } from "./in-turn.ts";

/**
 * An article whose pictures that came inside are as they are to be kept, and whose blocks know their sizes. A picture that cannot be shown,
 * or is not wanted, is known of and not here.
 */
export async function withOwnPictures(
  article: ImportedArticle,
  choice: PictureChoice,
  read: PictureReader["read"],
): Promise<{ article: ImportedArticle; images: NewImage[] }> {
  const sizes = new Map<string, { width: number; height: number }>();
  const images: NewImage[] = [];
  // One after another: a book's would not all fit into a phone's memory at once.
  for (const { key, address, bytes } of article.pictures) {
    const known = { key, ...(address && { address }) };
    if (!bytes || choice === "none") {
      images.push(known);
      continue;
    }
    try {
      const kept = await read(bytes, choice);
      sizes.set(`images/${key}`, kept);
      images.push({ ...known, ...kept });
    } catch (error) {
      const problem = reasonOf(error);
      if (problem === "part-missing") throw error;
      images.push({ ...known, problem });
    }
  }
  return { article: { ...article, blocks: withPictureSizes(article.blocks, sizes) }, images };
}
