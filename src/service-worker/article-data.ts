import { Strategy, type StrategyHandler } from "workbox-strategies";
import type { Article } from "#domain/article.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { inTime } from "./in-time.ts";

/** Answers `articles/<id>.json` from IndexedDB, and stores there what has to come from the network. */
export class ArticleData extends Strategy {
  readonly #storage: LibraryStorage;

  constructor(storage: LibraryStorage) {
    super();
    this.#storage = storage;
  }

  protected override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const id = /([^/]+)\.json$/.exec(new URL(request.url).pathname)?.[1] ?? "";
    const stored = await storedArticle(this.#storage, id);
    if (stored) return Response.json(stored);
    try {
      const response = await handler.fetch(request);
      if (response.ok) {
        const copy = response.clone();
        handler.waitUntil(keep(this.#storage, copy));
      }
      return response;
    } catch {
      return new Response("Offline, and this article is not on this device.", { status: 503 });
    }
  }
}

/** The article as it should be read now: undefined where the list knows of a newer text than the one stored. */
export async function storedArticle(storage: LibraryStorage, id: string): Promise<Article | undefined> {
  try {
    const [article, record] = await inTime(Promise.all([storage.readArticle(id), storage.readRecord(id)]));
    return article && article.record.revision === record?.revision ? article : undefined;
  } catch {
    return undefined;
  }
}

/** Fetches an article that ships with the app and stores it. Undefined where that fails or there is none; the answer does not wait for the disk. */
export async function fetchArticle(base: string, id: string, storage: LibraryStorage, waitUntil: (work: Promise<unknown>) => void): Promise<Article | undefined> {
  try {
    const response = await fetch(`${base}articles/${id}.json`);
    if (!response.ok || !response.headers.get("content-type")?.includes("json")) return undefined;
    const article = (await response.json()) as Article;
    waitUntil(storage.saveArticle(article).catch(() => {}));
    return article;
  } catch {
    return undefined;
  }
}

async function keep(storage: LibraryStorage, response: Response): Promise<void> {
  try {
    await storage.saveArticle((await response.json()) as Article);
  } catch {
    // The page that asked has its answer; the next one asks again.
  }
}
