/**
 * How the articles that come with the app are served, relative to its base path: one file each and an index of them all. The
 * build writes them (`publishing/`); page and service worker fetch them.
 */
import type { ArticleId, ArticleRecord } from "#domain/article.ts";

export interface ShippedIndex {
  /** Changes exactly when one of the records does, or their number. */
  revision: string;
  /** Newest first. */
  records: ArticleRecord[];
}

/** Answers a `ShippedIndex`. */
export const SHIPPED_INDEX_PATH = "articles/index.json";

/** Answers an `Article`. */
export function shippedArticlePath(id: ArticleId): string {
  return `articles/${id}.json`;
}
