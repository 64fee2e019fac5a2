import { withoutTurning } from "#domain/turning-marks.ts";
import type { Incoming } from "#protocol/inbox.ts";
import { atItsEnd } from "./at-its-end.ts";
import { importEntry } from "./feeds/entry.ts";
import { withSaid } from "./feeds/said.ts";
import { companionOf } from "./fetching/companion.ts";
import { createDirectClient } from "./fetching/direct.ts";
import { fetchPage } from "./fetching/fetch-page.ts";
import type { FetchedPage } from "./fetching/fetched.ts";
import type { FileProgress } from "./files/file-progress.ts";
import { importFile } from "./files/import-file.ts";
import { textKind } from "./files/kind.ts";
import { refusalOf } from "./files/refusal.ts";
import { shortcutAddress } from "./files/shortcut.ts";
import { sourceOfFile } from "./files/source-of-file.ts";
import { type Fetch, pagesFrom } from "./further-pages.ts";
import { importHtml } from "./html/import-html.ts";
import { joinPages } from "./html/join-pages.ts";
import { applyRepair, openRepair } from "./html/repair.ts";
import { ImportProblem } from "./import-problem.ts";
import type { ImportedArticle } from "./imported-article.ts";
import { createPictureReader, type PictureReader } from "./pictures/picture-reader.ts";
import { picturesInside } from "./pictures/pictures-inside.ts";
import { createShrinker } from "./pictures/shrinker.ts";
import { tellable } from "./tellable.ts";
import { addressesIn, cleanAddress, pageFragment } from "./text/addresses.ts";
import { importMarkdown } from "./text/markdown.ts";
import { importPasted, type Pasted } from "./text/pasted.ts";
import { importText } from "./text/plain-text.ts";

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
  /** Said of files that take their time, before their first article comes. */
  onProgress?(progress: FileProgress): void;
  signal: AbortSignal;
}

/** All that reads what comes in, from wherever it comes. One for an app. */
export interface Importer {
  /**
   * Reads whatever came in: the one way from the inbox to articles. Yields each article as soon as it has been read, a book's in order.
   * Throws an `ImportProblem`, or a `FetchProblem` where it had to be fetched.
   */
  articles(incoming: Incoming, options: ImportOptions): AsyncGenerator<Imported>;
  /**
   * What was pasted, as an article for the reader to look at and correct, or the addresses it is nothing but. Rejects with an
   * `ImportProblem`.
   */
  pasted(pasted: Pasted): Promise<ImportedArticle | { addresses: string[] }>;
  /** Why a file would not be taken, before it is kept: as far as its size and its first bytes tell. Rejects where it cannot be read. */
  refusalOf: typeof refusalOf;
  /** Where a file leads that is nothing but a shortcut to a page. */
  shortcutAddress: typeof shortcutAddress;
  /** The addresses of the web in a text, in their order and each once. */
  addressesIn(text: string): string[];
  pictures: PictureReader;
  /** The pictures that came inside what an article was made of, each with its bytes. Never rejects. */
  picturesInside: typeof picturesInside;
  /** The saved copy of a page, piece by piece, and the article of those that its reader wants. */
  repair: { open: typeof openRepair; apply: typeof applyRepair };
}

/** `base` is where the app is: absolute, and with a slash at the end. */
export function createImporter(base: string): Importer {
  const companion = companionOf(base);
  const direct = createDirectClient();
  const fetch: Fetch = (address, signal) => fetchPage(address, { direct, companion }, signal);
  return {
    async *articles(incoming, options) {
      for await (const imported of articlesOf(incoming, options, fetch)) {
        const { part } = imported;
        const said = incoming.kind === "address" ? incoming.said : undefined;
        yield {
          ...imported,
          article: tellable(said ? withSaid(imported.article, said, options.address) : imported.article),
          ...(part && { part: { ...part, title: withoutTurning(part.title) } }),
        };
      }
    },
    async pasted(pasted) {
      const found = await importPasted(pasted);
      return "addresses" in found ? found : tellable(found);
    },
    refusalOf,
    shortcutAddress,
    addressesIn,
    pictures: createPictureReader(companion, createShrinker()),
    picturesInside,
    repair: { open: openRepair, apply: async (...page) => tellable(await applyRepair(...page)) },
  };
}

async function* articlesOf(incoming: Incoming, options: ImportOptions, fetch: Fetch): AsyncGenerator<Imported> {
  const { address, signal } = options;
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
      yield { article: await articleOfText(incoming), source: { kind: "text", bytes: incoming.text } };
      return;
    case "entry":
      yield { article: await importEntry(incoming, address), source: { kind: "html", bytes: incoming.html } };
      return;
    case "page":
      yield { article: await importHtml(incoming.html, { address }), source: { kind: "html", bytes: incoming.html } };
      return;
    case "file":
      yield* articlesOfFile(new Blob([incoming.bytes], { type: incoming.type }), incoming.name, options);
      return;
    case "address": {
      const { page, problem } = await atItsEnd(await fetch(address!, signal), signal, fetch);
      try {
        if ("file" in page)
          yield* articlesOfFile(page.file, nameIn(page.address), { ...options, address: page.address });
        else yield* articlesOfPage({ ...page, address: inApp(page.address, address!) }, page.text, signal, fetch);
      } catch (error) {
        // A page that only led on has no text of its own.
        throw problem !== undefined && error instanceof ImportProblem ? problem : error;
      }
      return;
    }
    case "share":
      throw new TypeError("A share is told apart first.");
  }
}

async function articleOfText({ text, title }: Pasted): Promise<ImportedArticle> {
  const pasted = await importPasted({ text, title });
  return "addresses" in pasted ? importText(text, title) : pasted;
}

async function* articlesOfPage(
  { address, type }: FetchedPage,
  text: string,
  signal: AbortSignal,
  fetch: Fetch,
): AsyncGenerator<Imported> {
  const addresses = [cleanAddress(address) ?? address];
  const kind = textKind(text, { name: nameIn(address), type });
  if (kind === "markdown" || kind === "text") {
    const article = kind === "markdown" ? await importMarkdown(text, address) : importText(text);
    yield { article: { ...article, address: addresses[0]! }, source: { kind, bytes: text }, addresses };
    return;
  }
  const first = await importHtml(text, { address });
  const { pages, complete } = await pagesFrom(text, first, address, signal, fetch);
  const { nextPage: _, isThread: _posts, ...alone } = first;
  const article = pages.length > 1 ? await joinPages(pages, { address }) : alone;
  const doubts = complete ? article.doubts : [...new Set([...article.doubts, "cut-off" as const])];
  yield { article: { ...article, doubts }, source: { kind: "html", bytes: pages.join("\n") }, addresses };
}

async function* articlesOfFile(
  file: Blob,
  name: string,
  { address, skip = 0, onProgress, signal }: ImportOptions,
): AsyncGenerator<Imported> {
  const articles = await importFile(file, { name, type: file.type, address, onProgress, signal });
  const of = articles.length;
  // What all its parts are found under is what the whole is called.
  const title = articles[0]?.tags?.[0] ?? name.replace(/\.[a-z0-9]{1,8}$/i, "");
  const addresses = address ? [cleanAddress(address) ?? address] : [];
  const source = of === 1 && (await sourceOfFile(file, { name, type: file.type }));
  for (const [index, article] of articles.slice(skip).entries())
    yield {
      article,
      addresses,
      ...(source && { source }),
      ...(of > 1 && { part: { title, part: skip + index + 1, of } }),
    };
}

/** Where it was found, and the page of an app that was asked for there: no server hears of that. */
const inApp = (found: string, asked: string) => found + pageFragment(asked);

/** What a file at an address would be called. */
function nameIn(address: string): string {
  const { hostname, pathname } = new URL(address);
  return pathname.split("/").findLast(Boolean) ?? hostname;
}
