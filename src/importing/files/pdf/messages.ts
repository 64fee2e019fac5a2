import type { ImportReason } from "../../import-problem.ts";
import type { ImportedArticle } from "../../imported-article.ts";

export interface ToReader {
  type: "read";
  bytes: ArrayBuffer;
  /** The file's name without its ending: the title, where nothing else is. */
  name: string;
  /** The folder of character maps, absolute, with a slash at its end. */
  maps: string;
}

export type FromReader =
  | { type: "progress"; done: number; of: number }
  | { type: "read"; articles: PdfArticle[] }
  | { type: "failed"; reason: ImportReason; message: string };

/** What a PDF has of an article. */
export type PdfArticle = Omit<ImportedArticle, "related" | "address" | "leadImage" | "site">;
