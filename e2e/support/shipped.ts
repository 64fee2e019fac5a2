import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article, ArticleRecord } from "../../src/domain/article.ts";
import { DIST } from "./build.ts";

/** The records of the articles in the built app, newest first. */
export const SHIPPED: readonly ArticleRecord[] = read<{ records: ArticleRecord[] }>("articles/index.json").records;

/** Long enough to scroll in any window. */
export const LONG_ARTICLE = "troops-in-kursk";

export function shippedArticle(id: string): Article {
  return read<Article>(`articles/${id}.json`);
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(DIST, path), "utf8")) as T;
}
