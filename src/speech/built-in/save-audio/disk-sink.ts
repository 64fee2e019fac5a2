/**
 * Sound files that are written to the disk as they are made, in the origin's own folders (https://fs.spec.whatwg.org): not every browser keeps
 * large Blobs out of memory. A file there outlives the page; whose page is gone is known by its lock, which goes with the page.
 */
import type { Sink } from "./sink.ts";

const FOLDER = "sound-files";
/** In bytes: every write goes to another process and back. */
const PORTION = 1 << 20;

const lockOf = (name: string) => `lectern ${FOLDER} ${name}`;

/**
 * A sink on the disk, with so many bytes of room before what is written; undefined where the browser has none, or not enough of it for so
 * many bytes in all. Never rejects; its `write` and `finish` do, where there is no room left.
 */
export async function openDiskSink(bytes: number, room = 0): Promise<Sink | undefined> {
  try {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    // What is written goes beside the file first.
    if (quota - usage < 1.5 * bytes) return undefined;
    return await newSink(room);
  } catch {
    return undefined;
  }
}

async function newSink(room: number): Promise<Sink> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  const name = crypto.randomUUID();
  const unlock = await lock(name);
  let writable: FileSystemWritableFileStream;
  let file: FileSystemFileHandle;
  try {
    file = await folder.getFileHandle(name, { create: true });
    // Missing in Safari before 26.
    writable = await file.createWritable();
  } catch (error) {
    await folder.removeEntry(name).catch(nothing);
    unlock();
    throw error;
  }
  let waiting: Blob[] = room > 0 ? [new Blob([new Uint8Array(room)])] : [];
  let size = room;

  async function flush(): Promise<void> {
    const parts = waiting;
    waiting = [];
    size = 0;
    if (parts.length > 0) await writable.write(new Blob(parts));
  }

  return {
    async write(part) {
      waiting.push(part);
      size += part.size;
      if (size >= PORTION) await flush();
    },
    async finish(type, head) {
      await flush();
      if (head) await writable.write({ type: "write", position: 0, data: head });
      await writable.close();
      const made = await file.getFile();
      return made.slice(0, made.size, type);
    },
    discard() {
      waiting = [];
      // A file that is being written cannot be removed.
      void writable
        .abort()
        .catch(nothing)
        .then(() => folder.removeEntry(name))
        .catch(nothing)
        .then(unlock);
    },
  };
}

/** Removes what pages have left that are gone. Never rejects. */
export async function clearLeftovers(): Promise<void> {
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    const remove = (name: string) =>
      navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
        if (lock) await folder.removeEntry(name).catch(nothing);
      });
    await Promise.all(names.map(remove));
  } catch {
    // There is no such folder, and so nothing in it.
  }
}

/** Holds the lock of a file until the answer is called. */
function lock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(lockOf(name), () => new Promise<void>((unlock) => resolve(() => unlock()))).catch(reject);
  });
}

function nothing(): void {}
