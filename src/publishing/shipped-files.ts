import { readFile } from "node:fs/promises";
import { SHIPPED_INDEX_PATH, shippedArticlePath, type ShippedIndex } from "#protocol/shipped-articles.ts";
import type { LoadedArticle } from "./load-articles.ts";
import { revisionOf } from "./markdown.ts";

/** A file that the app serves, by its path under the base path. */
export interface ShippedFile {
  path: string;
  read(): Promise<string | Uint8Array>;
}

/** Every file that articles become: the index, one file for each article, and their pictures. */
export function shippedFiles(loaded: readonly LoadedArticle[]): ShippedFile[] {
  const files = [json(SHIPPED_INDEX_PATH, indexOf(loaded))];
  for (const { article, assets } of loaded) {
    files.push(json(shippedArticlePath(article.record.id), article));
    files.push(...assets.map(({ path, file }) => ({ path, read: () => readFile(file) })));
  }
  return files;
}

function indexOf(loaded: readonly LoadedArticle[]): ShippedIndex {
  const records = loaded.map(({ article }) => article.record);
  return { revision: revisionOf(records), records };
}

function json(path: string, value: unknown): ShippedFile {
  return { path, read: () => Promise.resolve(JSON.stringify(value)) };
}
