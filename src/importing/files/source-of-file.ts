import { decodeText } from "../text/decode.ts";
import { declaredCharset } from "./declared-charset.ts";
import { binaryKind, type FileClaims, HEAD_LENGTH, textKind } from "./kind.ts";

/** The most bytes of a file that are kept besides the article made of it. */
const MOST = 20 * 1024 * 1024;

/**
 * What is kept of a file so that the article can be read anew: its text, or the whole of a message that has a page in it. Undefined for
 * books and documents, and for what is too large to be kept twice.
 */
export async function sourceOfFile(
  file: Blob,
  claims: FileClaims,
): Promise<{ kind: "html" | "text" | "markdown" | "file"; bytes: string | Uint8Array } | undefined> {
  if (file.size > MOST) return undefined;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (binaryKind(bytes.subarray(0, HEAD_LENGTH))) return undefined;
    const { text } = decodeText(bytes, declaredCharset(bytes));
    const kind = textKind(text, claims);
    return kind === "mhtml" ? { kind: "file", bytes } : { kind, bytes: text };
  } catch {
    return undefined;
  }
}
