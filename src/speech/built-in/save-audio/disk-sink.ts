/**
 * Sound files that are written to the disk as they are made, in the origin's own folders (https://fs.spec.whatwg.org): not every browser keeps
 * large Blobs out of memory. A file there outlives the page; whose page is gone is known by its lock, which goes with the page.
 */
import { SOUND_FILES } from "#protocol/sound-files.ts";
import type { Sink } from "./sink.ts";

/** In bytes: every write goes to another process and back. */
const PORTION = 1 << 20;

/** Of a file, held by the page that has it. */
const lockOf = (name: string) => `lectern ${SOUND_FILES} ${name}`;
/** Of the folder: shared by those that put a file into it, and held by the one that removes it. */
const FOLDER_LOCK = `lectern ${SOUND_FILES}`;

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
  const root = await navigator.storage.getDirectory();
  const name = crypto.randomUUID();
  const unlock = await lock(name);
  let folder: FileSystemDirectoryHandle | undefined;
  let writable: FileSystemWritableFileStream;
  let file: FileSystemFileHandle;
  const remove = () => folder?.removeEntry(name).catch(nothing);
  try {
    file = await navigator.locks.request(FOLDER_LOCK, { mode: "shared" }, async () => {
      folder = await root.getDirectoryHandle(SOUND_FILES, { create: true });
      return folder.getFileHandle(name, { create: true });
    });
    // Missing in Safari before 26.
    writable = await file.createWritable();
  } catch (error) {
    await remove();
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
      void writable.abort().catch(nothing).then(remove).then(unlock);
    },
  };
}

/** Removes what pages have left that are gone, and the folder with the last of it. Never rejects. */
export async function clearLeftovers(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(SOUND_FILES);
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    for (const name of names) {
      // Chromium writes beside the file first, into one with an ending more.
      const lock = lockOf(name.replace(/\.crswap$/, ""));
      await whenFree(lock, () => folder.removeEntry(name).catch(nothing));
    }
    await whenFree(FOLDER_LOCK, () => root.removeEntry(SOUND_FILES));
  } catch {
    // There is no such folder, or still something in it.
  }
}

/** Holds the lock of a file until the answer is called. */
function lock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(lockOf(name), () => new Promise<void>((unlock) => resolve(() => unlock()))).catch(reject);
  });
}

/** Does nothing where somebody has that lock. */
function whenFree(name: string, work: () => Promise<void>): Promise<void> {
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

function nothing(): void {}
