import { importFile } from "../files/import-file.ts";
import type { ImportedPicture } from "../imported-article.ts";

/** What an article was made of, as it is kept. A file is as it came; text is in UTF-8. */
export interface KeptSource {
  kind: "html" | "text" | "markdown" | "file";
  bytes: Blob;
  /** Where it came from. */
  address?: string | undefined;
}

const TYPES = {
  html: "text/html; charset=utf-8",
  text: "text/plain; charset=utf-8",
  markdown: "text/markdown; charset=utf-8",
  file: "",
} as const;

/** The pictures that came inside what an article was made of, each with its bytes. Never rejects: there are none where it cannot be read. */
export async function picturesInside({ kind, bytes, address }: KeptSource): Promise<ImportedPicture[]> {
  try {
    const articles = await importFile(bytes, { name: "", type: TYPES[kind], address });
    return articles.flatMap(({ pictures }) => pictures.filter((picture) => picture.bytes));
  } catch {
    return [];
  }
}
