import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Article, ArticleId } from "#domain/article.ts";
import { compileArticle } from "./markdown.ts";
import { isPicture } from "./picture-size.ts";
import { pictureAddress } from "./pictures.ts";

/** Where the articles lie, relative to the project's root. */
export const ARTICLES_FOLDER = "src/articles";

export interface LoadedArticle {
  article: Article;
  /** The Markdown file, absolute. */
  file: string;
  assets: ArticleAsset[];
}

/** A picture that is served with an article. */
export interface ArticleAsset {
  /** Where it is served, relative to the app's base path. */
  path: string;
  /** Where it lies, absolute. */
  file: string;
}

/**
 * All articles under a project's root, compiled, newest first (of one day: by id). Rejects with the `ArticleError` of the first
 * that cannot be compiled.
 */
export async function loadArticles(root: string): Promise<LoadedArticle[]> {
  const folder = join(root, ARTICLES_FOLDER);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).toSorted();
  const loaded = await Promise.all(names.map((name) => loadArticle(folder, name)));
  const newestFirst = (a: Article, b: Article) =>
    b.record.savedAt - a.record.savedAt || (a.record.id < b.record.id ? -1 : 1);
  return loaded.toSorted((a, b) => newestFirst(a.article, b.article));
}

async function loadArticle(folder: string, name: string): Promise<LoadedArticle> {
  const file = join(folder, name);
  const article = compileArticle(await readFile(file, "utf8"), relative(process.cwd(), file));
  return { article, file, assets: await assetsOf(folder, article.record.id) };
}

/** Every picture of the article's folder. An article without a folder has none. */
async function assetsOf(folder: string, id: ArticleId): Promise<ArticleAsset[]> {
  const entries = await readdir(join(folder, id), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && isPicture(entry.name))
    .map(({ name }) => ({ path: pictureAddress(id, name), file: join(folder, id, name) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
