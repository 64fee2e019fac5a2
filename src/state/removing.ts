import type { ArticleId } from "#domain/article.ts";
import { createRemoving } from "#storage/removing.ts";
import type { App } from "./app.ts";

type RemovingParts = Pick<App, "storage" | "problems" | "library" | "settings" | "reading">;

/** Brings it back, whole. False: it could not be. Never rejects. */
export type PutBack = () => Promise<boolean>;

/**
 * Removes an article that the reader has added, with all that belongs to it; what was heard of it ends. Yields how to have it back for as
 * long as this page is open; undefined where it could not be removed. Never rejects.
 */
export async function removeArticle(app: RemovingParts, id: ArticleId): Promise<PutBack | undefined> {
  const { storage, problems, library, settings, reading } = app;
  const removing = createRemoving(storage);
  const listening = reading.peek()?.listening;
  if (listening?.heard.peek()?.article.record.id === id) listening.close();
  /** What is shown of the list and of the queue is what is stored. */
  const showed = async <T>(work: Promise<T>): Promise<T | undefined> => {
    let result: T | undefined;
    await problems.watch(work.then((done) => (result = done)));
    await Promise.all([library.refresh(), settings.load()]);
    return result;
  };
  const removed = await showed(removing.removeArticle(id));
  return removed && (async () => (await showed(removing.putBack(removed))) ?? false);
}
