import { jpegSize } from "./jpeg-size.ts";

/** In CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The kinds of picture an article may have, by the ending of the file's name. */
const READERS = new Map<string, (bytes: Buffer) => Size | undefined>([
  ["svg", svgSize],
  ["png", pngSize],
  ["jpg", jpegSize],
  ["jpeg", jpegSize],
  ["webp", webpSize],
]);

export const PICTURE_ENDINGS = [...READERS.keys()];

export function isPicture(fileName: string): boolean {
  return READERS.has(ending(fileName));
}

/** The picture's own size, as a browser would lay it out; undefined if the bytes do not say. */
export function pictureSize(fileName: string, bytes: Buffer): Size | undefined {
  try {
    const size = READERS.get(ending(fileName))?.(bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the file ends before its header does
    throw error;
  }
}

function ending(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

/** From `width` and `height` if both are plain lengths, else from the `viewBox`. */
function svgSize(bytes: Buffer): Size | undefined {
  const tag = /<svg\b[^>]*>/.exec(bytes.toString("utf8"))?.[0] ?? "";
  const attribute = (name: string) => new RegExp(String.raw`\s${name}\s*=\s*["']([^"']*)["']`).exec(tag)?.[1] ?? "";
  const length = (name: string) => Number(/^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(attribute(name))?.[1]);
  const [width, height] = [length("width"), length("height")];
  if (width > 0 && height > 0) return { width: Math.round(width), height: Math.round(height) };
  const box = attribute("viewBox")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return box.length === 4 && box.every(Number.isFinite)
    ? { width: Math.round(box[2]!), height: Math.round(box[3]!) }
    : undefined;
}

/** https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(bytes: Buffer): Size | undefined {
  if (bytes.toString("latin1", 1, 4) !== "PNG" || bytes.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Buffer): Size | undefined {
  if (bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WEBP") return undefined;
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8 ":
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
