import type { Matrix } from "./painted.ts";

/** A picture as the library unpacks it. `kind` as in its `ImageKind`. */
export interface Pixels {
  width: number;
  height: number;
  kind: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** In pixels: as large as any picture is kept, see `importing/pictures`. */
const LONGEST_SIDE = 1600;
/** Up to here exact; beyond, it is a photograph. In bytes. */
const EXACT = 250_000;
const QUALITY = 0.9;

/** The picture the way up it is painted by `matrix`, as a file. Undefined where it is all of one colour. */
export async function pictureBytes(pixels: Pixels, [a, b, c, d]: Matrix): Promise<Blob | undefined> {
  const image = rgba(pixels);
  if (isBlank(image.data)) return undefined;
  const source = new OffscreenCanvas(image.width, image.height);
  source.getContext("2d")!.putImageData(image, 0, 0);
  // Where a step to the right and a step down in the picture lead on the page.
  const lies = Math.abs(b) > Math.abs(a);
  const [ux, uy] = lies ? [0, Math.sign(b)] : [Math.sign(a) || 1, 0];
  const [vx, vy] = lies ? [Math.sign(-c), 0] : [0, Math.sign(-d) || 1];
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const [long, high] = lies ? [image.height, image.width] : [image.width, image.height];
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(long * scale)), Math.max(1, Math.round(high * scale)));
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  const [right, down] = [ux < 0 || vx < 0 ? canvas.width : 0, uy < 0 || vy < 0 ? canvas.height : 0];
  context.setTransform(ux * scale, uy * scale, vx * scale, vy * scale, right, down);
  context.drawImage(source, 0, 0);
  const exact = await canvas.convertToBlob({ type: "image/png" });
  if (exact.size <= EXACT) return exact;
  // Safari makes a PNG of what it is asked for as WebP.
  const webp = await canvas.convertToBlob({ type: "image/webp", quality: QUALITY });
  const lossy =
    webp.type === "image/webp" || pixels.kind === 3
      ? webp
      : await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  return lossy.size < exact.size ? lossy : exact;
}

/** One bit, three bytes or four bytes a pixel: https://github.com/mozilla/pdf.js/blob/v5.6.205/src/shared/util.js (`ImageKind`). */
function rgba({ width, height, kind, data }: Pixels): ImageData {
  const image = new ImageData(width, height);
  const { data: out } = image;
  if (kind === 3) out.set(data.subarray(0, out.length));
  else if (kind === 2) {
    for (let from = 0, to = 0; to < out.length; from += 3, to += 4) {
      out[to] = data[from]!;
      out[to + 1] = data[from + 1]!;
      out[to + 2] = data[from + 2]!;
      out[to + 3] = 255;
    }
  } else {
    const rowBytes = (width + 7) >> 3;
    for (let y = 0, to = 0; y < height; y++) {
      for (let x = 0; x < width; x++, to += 4) {
        const isSet = (data[y * rowBytes + (x >> 3)]! >> (7 - (x & 7))) & 1;
        out.fill(isSet ? 255 : 0, to, to + 3);
        out[to + 3] = 255;
      }
    }
  }
  return image;
}

function isBlank(data: Uint8ClampedArray): boolean {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  return words.every((word) => word === words[0]);
}
