import type { FetchedPage } from "./fetching/fetched.ts";
import { type ImportedPage, importHtml } from "./html/import-html.ts";
import { continuesArticle } from "./html/same-article.ts";

export type Fetch = (address: string, signal: AbortSignal) => Promise<FetchedPage>;

/** The most pages that one article is put together of. */
const MOST_PAGES = 20;

/**
 * The markup of an article's first page and of those it goes on in, each once, as far as they can be had and are surely of the same
 * article. `complete` is false where one could not be fetched. Rejects only where the signal says so.
 */
export async function pagesFrom(text: string, first: ImportedPage, address: string, signal: AbortSignal, fetch: Fetch) {
  const pages = [text];
  const seen = new Set<string>([address]);
  const blocks = [...first.blocks];
  let next = first.nextPage;
  try {
    while (next && !seen.has(next) && pages.length < MOST_PAGES) {
      seen.add(next);
      const found = await fetch(next, signal);
      if (!("text" in found)) break;
      const page = await importHtml(found.text, { address: found.address, first: address }).catch(() => undefined);
      if (!page || !continuesArticle(first, blocks, page)) break;
      pages.push(found.text);
      blocks.push(...page.blocks);
      next = page.nextPage;
    }
    return { pages, complete: true };
  } catch {
    signal.throwIfAborted();
    return { pages, complete: false };
  }
}
