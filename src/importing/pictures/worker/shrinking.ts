/** The worker that makes pictures as small as they are kept: decoding and encoding would hold up the page. */
import type { FromShrinker, KeptPicture, PictureSize, ToShrinker } from "../messages.ts";
import { pictureKind, svgSize } from "./kind.ts";

interface Economy {
  /** In pixels. */
  longestSide: number;
  /** Of the encoder, 0 to 1. */
  quality: number;
  /** Bytes up to which a picture that is not too large stays as it came: encoding it again would only make it worse. */
  stays: number;
  /** Bytes up to which one that moves is kept moving. */
  moves: number;
}

const ECONOMIES: Readonly<Record<PictureSize, Economy>> = {
  small: { longestSide: 800, quality: 0.7, stays: 60_000, moves: 1_000_000 },
  full: { longestSide: 1600, quality: 0.82, stays: 250_000, moves: 4_000_000 },
};

/** What every browser shows that the app runs in. */
const EVERYWHERE = /^image\/(jpeg|png|gif|webp|avif)$/;

self.addEventListener("message", ({ data }: MessageEvent<ToShrinker>) => void answer(data));

async function answer({ id, picture, size }: ToShrinker): Promise<void> {
  const kept = await keep(picture, ECONOMIES[size]).catch(() => undefined);
  const message: FromShrinker = { id, ...(kept && { kept }) };
  self.postMessage(message, { transfer: kept ? [kept.bytes] : [] });
}

/** Rejects where this browser cannot decode it. */
async function keep(picture: Blob, economy: Economy): Promise<KeptPicture | undefined> {
  const buffer = await picture.arrayBuffer();
  const { type, animated } = pictureKind(new Uint8Array(buffer));
  if (type === undefined) return undefined;
  // Shown as a picture it runs nothing and fetches nothing: https://www.w3.org/TR/SVG2/conform.html#secure-static-mode
  if (type === "image/svg+xml")
    return { type, bytes: buffer, ...(svgSize(new Uint8Array(buffer)) ?? { width: 0, height: 0 }) };

  const bitmap = await createImageBitmap(new Blob([buffer], { type }));
  const { width, height } = bitmap;
  const scale = Math.min(1, economy.longestSide / Math.max(width, height));
  const asItCame = { type, bytes: buffer, width, height };
  if (animated && buffer.byteLength <= economy.moves) return asItCame;
  if (scale === 1 && !animated && buffer.byteLength <= economy.stays && EVERYWHERE.test(type)) return asItCame;

  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await encode(canvas, context, economy.quality);
  if (scale === 1 && !animated && drawn.size >= buffer.byteLength && EVERYWHERE.test(type)) return asItCame;
  return { type: drawn.type, bytes: await drawn.arrayBuffer(), width: canvas.width, height: canvas.height };
}

/** As WebP; where the browser cannot make that (Safari makes a PNG instead), as JPEG, unless something shines through. */
async function encode(
  canvas: OffscreenCanvas,
  context: OffscreenCanvasRenderingContext2D,
  quality: number,
): Promise<Blob> {
  const webp = await canvas.convertToBlob({ type: "image/webp", quality });
  if (webp.type === "image/webp" || shinesThrough(context, canvas)) return webp;
  return canvas.convertToBlob({ type: "image/jpeg", quality });
}

function shinesThrough(context: OffscreenCanvasRenderingContext2D, { width, height }: OffscreenCanvas): boolean {
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}
