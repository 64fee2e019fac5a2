import { trustedWorker } from "#protocol/trusted-worker.ts";
import { pdfFiles } from "pdf:files";
import { ImportProblem } from "../../import-problem.ts";
import type { ImportedArticle } from "../../imported-article.ts";
import type { FileProgress } from "../file-progress.ts";
import { PDF_LIMIT } from "../limits.ts";
import type { FromReader, PdfArticle, ToReader } from "./messages.ts";
// oxlint-disable-next-line import/default -- Vite makes it of the query.
import readingAddress from "./worker/reading.ts?worker&url";

interface Options {
  /** The file's name without its ending. */
  name: string;
  onProgress?: ((progress: FileProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** A page takes some milliseconds; without a word for so long, the file leads the reader in a circle. */
const PATIENCE = 120_000;

/**
 * The articles of a PDF with a text layer, in order. Rejects with an `ImportProblem`, or with the signal's reason. The part that reads
 * them is fetched when the first is brought in, and stays on the device: `part-missing` where that cannot be.
 */
export async function importPdf(file: Blob, options: Options): Promise<ImportedArticle[]> {
  if (file.size > PDF_LIMIT) throw new ImportProblem("too-large");
  const bytes = await file.arrayBuffer();
  options.signal?.throwIfAborted();
  const articles = await ask(bytes, options);
  return articles.map((article) => ({ ...article, related: [] }));
}

function ask(bytes: ArrayBuffer, { name, onProgress, signal }: Options): Promise<PdfArticle[]> {
  const worker = new Worker(trustedWorker(readingAddress), { type: "module" });
  return new Promise<PdfArticle[]>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new ImportProblem("damaged", { cause: "no answer" })), PATIENCE);
    };
    const settle = (answer: FromReader) => {
      if (answer.type === "read") resolve(answer.articles);
      if (answer.type === "failed") reject(new ImportProblem(answer.reason, { cause: answer.message }));
      if (answer.type === "progress") {
        wait();
        onProgress?.({ unit: "page", done: answer.done, of: answer.of });
      }
    };
    let hasStarted = false;
    worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
      // The library's own half says a word of its own as soon as it runs.
      hasStarted = true;
      settle(data);
    };
    // One that has never said anything has not been fetched; any other has been broken by the file.
    worker.onerror = (event) => {
      reject(new ImportProblem(hasStarted ? "damaged" : "part-missing", { cause: event.message }));
    };
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    const message: ToReader = { type: "read", bytes, name, maps: new URL(pdfFiles.maps, location.href).href };
    worker.postMessage(message, [bytes]);
    wait();
  }).finally(() => worker.terminate());
}
