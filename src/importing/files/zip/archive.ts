import { Inflate } from "fflate";
import { ImportProblem } from "../../import-problem.ts";
import { crc32 } from "./crc32.ts";
import { readDirectory, type ZipEntry } from "./directory.ts";

/** A zip file, read from the disk entry by entry. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** Unpacked size as declared; undefined where there is none by this name. */
  sizeOf(name: string): number | undefined;
  /**
   * One file, unpacked and checked; undefined where there is none by this name. Rejects with an `ImportProblem`: `too-large` above `limit`
   * bytes, `bomb` where more comes out than was declared, `protected` when it wants a password, `damaged` when it breaks off or its sum is wrong.
   */
  read(name: string, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** At most this much goes into one step, so that at most a thousand times as much comes out before it is counted. */
const STEP = 4096;

export async function openArchive(file: Blob): Promise<Archive> {
  const entries = await readDirectory(file);
  return {
    names: new Set(entries.keys()),
    sizeOf: (name) => entries.get(name)?.size,
    async read(name, limit) {
      const entry = entries.get(name);
      return entry && unpack(file, entry, limit);
    },
  };
}

async function unpack(file: Blob, entry: ZipEntry, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.encrypted) throw new ImportProblem("protected");
  if (entry.size > limit) throw new ImportProblem("too-large");
  const head = new DataView(await file.slice(entry.offset, entry.offset + 30).arrayBuffer());
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) throw new ImportProblem("damaged");
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = new Uint8Array(await file.slice(start, start + entry.packed).arrayBuffer());
  if (packed.length < entry.packed) throw new ImportProblem("damaged");
  const bytes = contentOf(entry, packed);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new ImportProblem("damaged");
  return bytes;
}

function contentOf({ method, size }: ZipEntry, packed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (method === 0) return packed;
  if (method !== 8) throw new ImportProblem("damaged");
  const content = new Uint8Array(size);
  let written = 0;
  const inflate = new Inflate((chunk) => {
    if (written + chunk.length > size) throw new ImportProblem("bomb");
    content.set(chunk, written);
    written += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch (error) {
    throw error instanceof ImportProblem ? error : new ImportProblem("damaged", { cause: error });
  }
  return content.subarray(0, written);
}
