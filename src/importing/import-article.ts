import type { Incoming } from "#protocol/inbox.ts";
import { type CompanionClient, createCompanionClient } from "./fetching/companion.ts";
import type { ImportedArticle } from "./imported-article.ts";
import { ImportProblem } from "./import-problem.ts";
import { createPictureReader, type PictureReader } from "./pictures/picture-reader.ts";
import { createShrinker } from "./pictures/shrinker.ts";
import { importPlain } from "./plain.ts";
import { addressesIn } from "./text/addresses.ts";

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

/** All that reads what comes in, from wherever it comes. One for an app. */
export interface Importer {
  /**
   * Reads whatever came in: the one way from the inbox to articles. Yields each article as soon as it has been read, a book's in order.
   * Throws an `ImportProblem`, or a `FetchProblem` where it had to be fetched.
   */
  articles(incoming: Incoming, options: ImportOptions): AsyncGenerator<Imported>;
  /** What was pasted, as an article for the reader to look at and correct. Rejects with an `ImportProblem`. */
  draft(pasted: { text: string; html?: string }): Promise<ImportedArticle>;
  /** The addresses of the web in a text, in their order and each once. */
  addressesIn(text: string): string[];
  pictures: PictureReader;
}

/** `base` is where the app is: absolute, and with a slash at the end. */
export function createImporter(base: string): Importer {
  const companion = createCompanionClient(base);
  return {
    articles: (incoming, options) => articlesOf(incoming, options, companion),
    draft: async ({ text }) => importPlain(text),
    addressesIn,
    pictures: createPictureReader(companion, createShrinker()),
  };
}

async function* articlesOf(
  incoming: Incoming,
  { address, signal }: ImportOptions,
  companion: CompanionClient,
): AsyncGenerator<Imported> {
  switch (incoming.kind) {
    case "draft": {
      const { text, html } = incoming;
      yield {
        article: incoming.article as ImportedArticle,
        source: html === undefined ? { kind: "text", bytes: text } : { kind: "html", bytes: html },
      };
      return;
    }
    case "text":
      yield { article: importPlain(incoming.text), source: { kind: "text", bytes: incoming.text } };
      return;
    case "address": {
      const page = await companion.fetchPage(address!, signal);
      throw new ImportProblem("unsupported", { cause: page.type });
    }
    default:
      throw new ImportProblem("unsupported");
  }
}
