import { importHtml } from "../html/import-html.ts";
import { ImportProblem } from "../import-problem.ts";
import type { ImportedArticle } from "../imported-article.ts";
import { decodeText } from "../text/decode.ts";
import { importMarkdown } from "../text/markdown.ts";
import { importText } from "../text/plain-text.ts";
import { declaredCharset } from "./declared-charset.ts";
import { importEpub } from "./epub/import-epub.ts";
import type { FileProgress } from "./file-progress.ts";
import { binaryKind, type FileClaims, isMessage, textKind } from "./kind.ts";
import { EPUB_LIMIT, PAGE_LIMIT, TEXT_LIMIT } from "./limits.ts";
import { readMhtml } from "./mhtml/saved-page.ts";
import { importPdf } from "./pdf/import-pdf.ts";
import { savedAddress, withoutInlinePictures, withSharedPictures } from "./single-file.ts";
import { openArchive } from "./zip/archive.ts";

export interface ImportFileOptions extends FileClaims {
  /** Where it is from, where that is known: http or https. */
  address?: string | undefined;
  /** Said of kinds that take their time, after each page or chapter. */
  onProgress?: ((progress: FileProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Headers of saved pages are seldom longer. */
const HEAD = 16 * 1024;

/**
 * What is in a file, as articles: one or, of a long book or document, one for each of its chapters, in reading order. Its kind is told by its
 * bytes, then by how it is built, then by its name and declared type. Rejects with an `ImportProblem`, or with the signal's reason; nothing else.
 */
export async function importFile(file: Blob, options: ImportFileOptions): Promise<ImportedArticle[]> {
  const { signal } = options;
  try {
    signal?.throwIfAborted();
    const articles = await read(file, options);
    signal?.throwIfAborted();
    if (articles.every(({ blocks }) => blocks.length === 0)) throw new ImportProblem("empty");
    return articles;
  } catch (error) {
    if (error instanceof ImportProblem || signal?.aborted) throw error;
    // A file that has been moved or changed while it was read, or a case that nobody thought of.
    throw new ImportProblem("damaged", { cause: error });
  }
}

async function read(file: Blob, options: ImportFileOptions): Promise<ImportedArticle[]> {
  if (file.size === 0) throw new ImportProblem("empty");
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const name = options.name.replace(/\.[a-z0-9]{1,8}$/i, "");
  switch (binaryKind(head)) {
    case "pdf":
      return importPdf(file, { ...options, name });
    case "zip":
      return importZip(file, { ...options, name });
    default:
      return [await importTextual(file, head, options)];
  }
}

async function importZip(file: Blob, options: ImportFileOptions): Promise<ImportedArticle[]> {
  if (file.size > EPUB_LIMIT) throw new ImportProblem("too-large");
  const archive = await openArchive(file);
  if (!archive.names.has("META-INF/container.xml")) throw new ImportProblem("unsupported");
  return importEpub(archive, options);
}

async function importTextual(file: Blob, head: Uint8Array, options: ImportFileOptions): Promise<ImportedArticle> {
  if (file.size > PAGE_LIMIT) throw new ImportProblem("too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isMessage(binaryText(head))) {
    const { html, address = options.address, files } = readMhtml(bytes);
    return importHtml(html, { address, files });
  }
  const [, charset] = /charset\s*=\s*["']?([\w.:-]+)/i.exec(options.type) ?? [];
  const { text } = decodeText(bytes, charset ?? declaredCharset(bytes));
  if (text.trim() === "") throw new ImportProblem("empty");
  const kind = textKind(text, options);
  if (kind === "html") {
    const { html, files } = withoutInlinePictures(withSharedPictures(text));
    return importHtml(html, { address: options.address ?? savedAddress(text), files });
  }
  if (file.size > TEXT_LIMIT) throw new ImportProblem("too-large");
  return kind === "markdown" ? importMarkdown(text, options.address) : importText(text);
}

/** One character for each byte. */
function binaryText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
