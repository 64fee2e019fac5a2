import { ImportProblem, type ImportReason } from "../import-problem.ts";
import { decodeText } from "../text/decode.ts";
import { binaryKind } from "./kind.ts";
import { EPUB_LIMIT, PAGE_LIMIT, PDF_LIMIT } from "./limits.ts";

/** As much of the start as tells text from other bytes; even, for text in UTF-16. */
const HEAD = 16 * 1024;

/** Below this, the whole of it is soon read and tells more than its start. In bytes. */
const SMALL = 1024 * 1024;

/**
 * Why a file would not be taken, as far as its size, its declared type and its first bytes tell; undefined: it has to be read. Reads no
 * more than the start. Rejects where it cannot be read at all.
 */
export async function refusalOf(file: Blob): Promise<ImportReason | undefined> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  try {
    const kind = binaryKind(head);
    const limit = kind === "pdf" ? PDF_LIMIT : kind === "zip" ? EPUB_LIMIT : PAGE_LIMIT;
    if (!kind && /^(video|audio)\//.test(file.type)) return "unsupported";
    if (!kind && file.size > SMALL) decodeText(head);
    return file.size > limit ? "too-large" : undefined;
  } catch (error) {
    return error instanceof ImportProblem ? error.reason : "damaged";
  }
}
