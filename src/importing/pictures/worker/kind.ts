import { afterProlog } from "#domain/markup-start.ts";

/** What the bytes of a picture say of it, whatever its address or server calls it. */
export interface PictureKind {
  /** MIME type; absent: none that browsers show. */
  type?: string;
  /** It moves, and would not if it were drawn anew. */
  animated: boolean;
}

/** Looks at the signature, and of kinds that can move at whether it does. */
export function pictureKind(bytes: Uint8Array): PictureKind {
  const head = latin1(bytes.subarray(0, 64));
  if (head.startsWith("\xff\xd8\xff")) return { type: "image/jpeg", animated: false };
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return { type: "image/png", animated: chunksOfPng(bytes).includes("acTL") };
  if (/^GIF8[79]a/.test(head)) return { type: "image/gif", animated: framesOfGif(bytes) > 1 };
  // https://developers.google.com/speed/webp/docs/riff_container#extended_file_format: the second bit of the flags.
  if (/^RIFF....WEBP/s.test(head)) {
    return { type: "image/webp", animated: head.startsWith("VP8X", 12) && (bytes[20]! & 2) !== 0 };
  }
  if (/^....ftypavi[fs]/s.test(head)) return { type: "image/avif", animated: head.startsWith("avis", 8) };
  if (head.startsWith("BM")) return { type: "image/bmp", animated: false };
  if (head.startsWith("\0\0\x01\0")) return { type: "image/x-icon", animated: false };
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  const rest = afterProlog(start);
  const isPage = /<!doctype\s+(?!svg\b)/i.test(start.slice(0, start.length - rest.length));
  if (/^<svg[\s>]/i.test(rest) && !isPage) return { type: "image/svg+xml", animated: false };
  return { animated: false };
}

/** The size that an SVG declares, in CSS pixels: by its attributes, else by its view box. */
export function svgSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const tag = /<svg[^>]*>/i.exec(new TextDecoder().decode(bytes.subarray(0, 16_384)))?.[0] ?? "";
  const length = (name: string) => {
    const value = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, "i").exec(tag)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)\s*["']/i.exec(tag);
  const [width, height] = [length("width") ?? Number(box?.[1]), length("height") ?? Number(box?.[2])];
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : undefined;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The names of the chunks in front of the picture's data. https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunksOfPng(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 8; at + 8 <= bytes.length && names.at(-1) !== "IDAT"; at += 12 + view.getUint32(at)) {
    names.push(latin1(bytes.subarray(at + 4, at + 8)));
  }
  return names;
}

/** How many pictures a GIF has, counted up to two. https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function framesOfGif(bytes: Uint8Array): number {
  const table = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + table(bytes[10]!);
  let frames = 0;
  const skipBlocks = () => {
    while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1;
    at++;
  };
  while (at < bytes.length && frames < 2) {
    if (bytes[at] === 0x2c) {
      frames++;
      at += 11 + table(bytes[at + 9]!);
      skipBlocks();
    } else if (bytes[at] === 0x21) {
      at += 2;
      skipBlocks();
    } else break;
  }
  return frames;
}
