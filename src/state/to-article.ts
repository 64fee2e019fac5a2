/** From what an importer yields to what storage keeps. */
import type { ArticleRecord } from "#domain/article.ts";
import { countWords, readingMinutes } from "#domain/reading-time.ts";
import { slugOf } from "#domain/slug.ts";
import { leavesOf } from "#domain/text.ts";
import type { Imported } from "#importing/import-article.ts";
import type { ArticleToSave, NewImage } from "#storage/saved-articles.ts";
import { compress } from "./gzip.ts";

/** `now`: milliseconds since the epoch. `address`: as asked for, where it was asked for by address. */
export async function toArticle(
  imported: Imported,
  images: readonly NewImage[],
  now: number,
  address?: string,
): Promise<ArticleToSave> {
  const { article, source, part } = imported;
  const { title, byline, site, lang, dir, published, summary, blocks, related, leadImage } = article;
  const leaves = leavesOf({ blocks });
  const words = countWords(leaves, lang);
  const id = slugOf(title);
  const record: Omit<ArticleRecord, "revision"> = {
    id,
    title,
    ...(byline && { byline }),
    ...(site && { site }),
    lang,
    dir,
    ...(published && { published }),
    ...(summary && { summary }),
    tags: article.tags ?? [],
    words,
    minutes: readingMinutes({ words }, lang),
    origin: "saved",
    savedAt: now,
    ...(article.address && { address: article.address }),
    ...(leadImage && { image: `images/${leadImage}` }),
    ...(part && { book: part }),
  };
  const text = leaves.map((leaf) => leaf.text).join("\n");
  const { savedAt: _, ...said } = record;
  const addresses = [article.address, address, ...(imported.addresses ?? [])].filter((found) => found !== undefined);
  return {
    article: {
      record: { ...record, revision: (await digest(JSON.stringify([said, blocks, related]))).slice(0, 12) },
      body: { id, blocks, related },
    },
    source: {
      kind: source?.kind ?? "file",
      ...(source && { bytes: await compress(source.bytes) }),
      ...(source?.charset && { charset: source.charset }),
      ...(article.address && { address: article.address }),
      // A part of a file has no address of its own.
      addresses: part ? [] : [...new Set(addresses.map(withoutFragment))],
      hash: await digest(part ? `${part.title}\n${part.part}\n${text}` : text),
    },
    images,
  };
}

/** An address as it is compared: without what only names a place in the page. What names a page of an app that is one document stays. */
export function withoutFragment(address: string): string {
  return address.replace(/#(?![/!]).*$/s, "");
}

/** Hexadecimal digits of the SHA-256. */
async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
