/**
 * The list at the end of a zip file: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.12 to 4.3.16.
 *
 * Why it is read here: `fflate` unpacks well and weighs 3 kB, but wants the whole file in memory and checks no sums; `@zip.js/zip.js`
 * does all of this, and is 57 kB that every reader would have to load before anything can be brought in. So the list is ours, what is
 * packed is `fflate`'s, and every limit is in sight.
 */
import { ImportProblem } from "../../import-problem.ts";
import { ENTRY_COUNT_LIMIT, UNPACKED_FLOOR, UNPACKED_LIMIT, UNPACKED_RATIO } from "../limits.ts";

export interface ZipEntry {
  /** As it is written, with slashes. */
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  encrypted: boolean;
  crc: number;
  /** Bytes in the file, and once unpacked, as declared. */
  packed: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
/** The end record with the longest comment it can have. */
const TAIL = 22 + 0xffff;
/** A fifth of this is long for a name; the list is in memory as a whole. */
const MOST_FOR_AN_ENTRY = 1024;

/**
 * The files in it by their names, without folders. Of two by one name the first counts, as for most readers; names that leave the
 * archive are left out.
 * Rejects with an `ImportProblem`: `damaged` without a usable list, `bomb` when what it declares is beyond all measure or entries lie on each other.
 */
export async function readDirectory(file: Blob): Promise<Map<string, ZipEntry>> {
  const { start, length, count, ends } = await findDirectory(file);
  if (count > ENTRY_COUNT_LIMIT || length > ENTRY_COUNT_LIMIT * MOST_FOR_AN_ENTRY) throw new ImportProblem("bomb");
  if (start + length > ends) throw new ImportProblem("damaged");
  const view = await viewOf(file.slice(start, start + length));
  const found = new Map<string, ZipEntry>();
  const all: ZipEntry[] = [];
  for (let at = 0, index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new ImportProblem("damaged");
    const { entry, next } = readEntry(view, at);
    at = next;
    all.push(entry);
    if (isUsable(entry.name) && !found.has(entry.name)) found.set(entry.name, entry);
  }
  refuseBombs(all, file.size, start);
  return found;
}

async function findDirectory(file: Blob): Promise<{ start: number; length: number; count: number; ends: number }> {
  const tailStart = Math.max(0, file.size - TAIL);
  const tail = await viewOf(file.slice(tailStart));
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END || at + 22 + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const count = tail.getUint16(at + 10, true);
    const length = tail.getUint32(at + 12, true);
    const start = tail.getUint32(at + 16, true);
    const ends = tailStart + at;
    if (count !== 0xffff && length !== 0xffffffff && start !== 0xffffffff) return { start, length, count, ends };
    return findDirectory64(file, ends);
  }
  throw new ImportProblem("damaged");
}

async function findDirectory64(file: Blob, before: number) {
  const locator = await viewOf(file.slice(Math.max(0, before - 20), before));
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== LOCATOR_64) throw new ImportProblem("damaged");
  const ends = Number(locator.getBigUint64(8, true));
  const end = await viewOf(file.slice(ends, ends + 56));
  if (end.byteLength < 56 || end.getUint32(0, true) !== END_64) throw new ImportProblem("damaged");
  const [count, length, start] = [32, 40, 48].map((at) => Number(end.getBigUint64(at, true))) as [
    number,
    number,
    number,
  ];
  return { start, length, count, ends };
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
    number,
    number,
    number,
  ];
  const extraStart = at + 46 + nameLength;
  const next = extraStart + extraLength + commentLength;
  if (next > view.byteLength) throw new ImportProblem("damaged");
  const entry: ZipEntry = {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  readLargeSizes(view, entry, extraStart, extraStart + extraLength);
  return { entry, next };
}

/** Zip64: the fields that did not fit are in an extra field, in this order. */
function readLargeSizes(view: DataView, entry: ZipEntry, start: number, end: number): void {
  for (let at = start; at + 4 <= end;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      for (const name of ["size", "packed", "offset"] as const) {
        if (entry[name] !== 0xffffffff || field + 8 > Math.min(end, at + 4 + length)) continue;
        entry[name] = Number(view.getBigUint64(field, true));
        field += 8;
      }
      return;
    }
    at += 4 + length;
  }
}

function isUsable(name: string): boolean {
  const parts = name.split("/");
  return !/^[/\\]|^[a-z]:|\0|\/$/i.test(name) && !parts.includes("..") && name !== "";
}

/** What one entry takes of the file another may not take too: a small file made of one large stretch used a thousand times. */
function refuseBombs(entries: ZipEntry[], fileSize: number, directory: number): void {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > UNPACKED_LIMIT || unpacked > Math.max(UNPACKED_FLOOR, fileSize * UNPACKED_RATIO)) {
    throw new ImportProblem("bomb");
  }
  let end = 0;
  for (const { offset, packed } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) throw new ImportProblem("bomb");
    end = offset + 30 + packed;
    if (end > directory) throw new ImportProblem("damaged");
  }
}

async function viewOf(part: Blob): Promise<DataView> {
  return new DataView(await part.arrayBuffer());
}
