import { deflateSync } from "fflate";
import { crc32 } from "./crc32.ts";

export interface Packed {
  name: string;
  content: string | Uint8Array;
  stored?: boolean;
  /** What is written instead of what is so. */
  lie?: { size?: number; crc?: number; offset?: number; method?: number; flags?: number };
}

/** A zip file as an ordinary program writes it, but for the lies asked for. With `zip64`, the list's place stands in the newer record alone. */
export function writeZip(entries: Packed[], { zip64 = false } = {}): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const list: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const push = (part: Uint8Array<ArrayBuffer>) => {
    parts.push(part);
    at += part.length;
  };
  for (const { name, content, stored = false, lie = {} } of entries) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    const packed = stored ? bytes : new Uint8Array(deflateSync(bytes));
    const named = new TextEncoder().encode(name);
    const { size = bytes.length, crc = crc32(bytes), offset = at, method = stored ? 0 : 8, flags = 0x800 } = lie;
    const common = [...u16(flags), ...u16(method), ...u32(0), ...u32(crc), ...u32(packed.length), ...u32(size)];
    list.push(
      bytesOf(u32(0x02014b50), u16(20), u16(20), common, u16(named.length), new Uint8Array(12), u32(offset), named),
    );
    push(bytesOf(u32(0x04034b50), u16(20), common, u16(named.length), u16(0), named));
    push(packed);
  }
  const start = at;
  for (const entry of list) push(entry);
  const length = at - start;
  if (zip64) {
    const end = at;
    push(
      bytesOf(
        u32(0x06064b50),
        u64(44),
        u16(45),
        u16(45),
        u32(0),
        u32(0),
        u64(list.length),
        u64(list.length),
        u64(length),
        u64(start),
      ),
    );
    push(bytesOf(u32(0x07064b50), u32(0), u64(end), u32(1)));
  }
  const [count, size, place] = zip64 ? [0xffff, 0xffffffff, 0xffffffff] : [list.length, length, start];
  push(bytesOf(u32(0x06054b50), u32(0), u16(count!), u16(count!), u32(size!), u32(place!), u16(0)));
  return new Blob(parts);
}

const u16 = (value: number) => [value & 255, (value >> 8) & 255];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];
const u64 = (value: number) => [...u32(value), ...u32(0)];
const bytesOf = (...parts: ArrayLike<number>[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
