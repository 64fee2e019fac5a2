import type { Size } from "./picture-size.ts";

/**
 * The size in a JPEG's frame header (ITU-T T.81, B.2.2), turned when its Exif orientation stands the picture on its side:
 * browsers turn it too.
 */
export function jpegSize(bytes: Buffer): Size | undefined {
  if (bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let onItsSide = false;
  for (let at = 2; bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xe1) onItsSide ||= exifOrientation(bytes, at + 4) >= 5;
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return onItsSide ? { width: height, height: width } : { width, height };
    }
  }
  return undefined;
}

/** SOF0 to SOF15, without the tables and extensions that share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** 1 to 8; 1 (upright) where the segment says nothing. `start`: the offset of the segment's data. */
function exifOrientation(bytes: Buffer, start: number): number {
  if (bytes.toString("latin1", start, start + 6) !== "Exif\0\0") return 1;
  const tiff = start + 6;
  const little = bytes.toString("latin1", tiff, tiff + 2) === "II";
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const directory = tiff + (little ? bytes.readUInt32LE(tiff + 4) : bytes.readUInt32BE(tiff + 4));
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}
