/** The worker that reads PDFs: away from the page, which stays quick meanwhile and ends it when it takes too long. */
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { ImportProblem } from "../../../import-problem.ts";
import type { FromReader, ToReader } from "../messages.ts";
import { toArticles } from "../to-articles.ts";
import { readPages } from "./read-pages.ts";

self.addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
  // The library's own half listens here too, and speaks another language.
  if (data.type === "read") void answer(data);
});

async function answer({ bytes, maps, name }: ToReader): Promise<void> {
  try {
    const onPage = (done: number, of: number) => post({ type: "progress", done, of });
    const content = await readPages({ bytes: new Uint8Array(bytes), maps, onPage });
    post({ type: "read", articles: toArticles({ ...content, name }) });
  } catch (error) {
    const reason = error instanceof ImportProblem ? error.reason : "damaged";
    post({ type: "failed", reason, message: String(error instanceof Error ? (error.cause ?? error) : error) });
  }
}

function post(message: FromReader): void {
  self.postMessage(message);
}
