import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { encode, type Encoding } from "./content-encoding.ts";
import { isCompressible, mediaType } from "./media-types.ts";

/** A file of the built app as it is on disk now. */
export interface StoredFile {
  /** From the content, so that a rebuild which changes nothing leaves browser caches valid. */
  etag: string;
  type: string;
  compressible: boolean;
  size: number;
  body(encoding: Encoding): Promise<Buffer>;
}

/** In bytes: the tightest coding of more takes longer than a reader should wait. */
const AT_ONCE = 100_000;

interface Kept {
  stamp: string;
  file: StoredFile;
}

/** One after another: whoever is waiting for an answer goes first. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * The files under `root`, kept in memory with their compressed forms (the whole app is a few megabytes) and read
 * again when they change on disk, so a new build is served without a restart.
 */
export class Files {
  readonly #root: string;
  readonly #kept = new Map<string, Kept>();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * The file at a decoded path relative to the root, or undefined where there is none. Nothing outside the root is
   * ever answered, not even through a symbolic link.
   */
  async find(path: string): Promise<StoredFile | undefined> {
    if (path.includes("\0") || path.includes("\\") || path.split("/").includes("..")) return undefined;
    try {
      const root = await realpath(this.#root);
      const location = await realpath(join(root, path));
      if (!location.startsWith(root + sep)) return undefined;
      const stats = await stat(location);
      if (!stats.isFile()) return undefined;

      const stamp = `${stats.mtimeMs} ${stats.size}`;
      const kept = this.#kept.get(location);
      if (kept?.stamp === stamp) return kept.file;
      const file = storedFile(location, await readFile(location));
      this.#kept.set(location, { stamp, file });
      return file;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }
}

function storedFile(name: string, content: Buffer): StoredFile {
  const type = mediaType(name);
  const encoded = new Map<Encoding, Promise<Buffer>>();
  const isLarge = content.length > AT_ONCE;
  const tight = new Set<Encoding>();
  return {
    // Weak, because one tag stands for all codings of the content.
    etag: `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`,
    type,
    compressible: isCompressible(type),
    size: content.length,
    body(encoding) {
      let body = encoded.get(encoding);
      if (!body) {
        encoded.set(encoding, (body = encode(content, encoding, isLarge ? "once" : "kept")));
        // For lack of memory, say: the next who asks may have more luck.
        body.catch(() => encoded.delete(encoding));
      }
      if (isLarge && encoding !== "identity" && !tight.has(encoding)) {
        tight.add(encoding);
        turn = turn
          .then(() => encode(content, encoding, "kept"))
          .then((smallest) => encoded.set(encoding, Promise.resolve(smallest)))
          // It stays as it is.
          .catch(() => undefined);
      }
      return body;
    },
  };
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ELOOP";
}
