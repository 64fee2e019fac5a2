import type { Incoming } from "#protocol/inbox.ts";
import type { ImportedArticle } from "./imported-article.ts";
import { importEntry } from "./feeds/entry.ts";
import { ImportProblem } from "./import-problem.ts";
import { importPlain } from "./plain.ts";

/** An article, with what it was made of. */
export interface Imported {
  article: ImportedArticle;
  /** The markup or text it was made of; absent where that is a file's, of which it may be one part of many. */
  source?: { kind: "html" | "text" | "markdown" | "file"; bytes: string | Uint8Array; charset?: string };
  /** Addresses that have led to it, besides its own: as asked for, and as arrived at. */
  addresses?: string[];
  /** Its place among the parts of what came in, from 1, where there are several. */
  part?: { title: string; part: number; of: number };
}

export interface ImportOptions {
  /** Where it is, if it is on the web. */
  address?: string;
  /** Parts that are in the library already and need not be read again. */
  skip?: number;
  signal: AbortSignal;
}

/**
 * Reads whatever came in: the one way from the inbox to articles. Yields each article as soon as it has been read, a book's in order.
 * Throws an `ImportProblem`, or a `FetchProblem` where it had to be fetched.
 */
export async function* importArticles(incoming: Incoming, options: ImportOptions): AsyncGenerator<Imported> {
  switch (incoming.kind) {
    case "draft": {
      const { text, html } = incoming;
      const source =
        html === undefined ? { kind: "text" as const, bytes: text } : { kind: "html" as const, bytes: html };
      yield { article: incoming.article as ImportedArticle, source };
      return;
    }
    case "text":
      yield { article: importPlain(incoming.text), source: { kind: "text", bytes: incoming.text } };
      return;
    case "entry":
      yield { article: await importEntry(incoming, options.address), source: { kind: "html", bytes: incoming.html } };
      return;
    default:
      throw new ImportProblem("unsupported");
  }
}

/** What was pasted, as an article for the reader to look at and correct. Throws an `ImportProblem`. */
export async function importDraft(pasted: { text: string; html?: string }): Promise<ImportedArticle> {
  return importPlain(pasted.text);
}
