import type { Block, ImageSource, Inline } from "./article.ts";

/** Sizes in CSS pixels, by the `src` of pictures. */
export type PictureSizes = ReadonlyMap<string, { width: number; height: number }>;

/**
 * Blocks whose pictures say how large they are, as far as that is known: then the page keeps their room before they are there. Nothing
 * else of the blocks changes, and no text. A size of 0 is none.
 */
export function withPictureSizes(blocks: readonly Block[], sizes: PictureSizes): Block[] {
  return walk(blocks, sizes) as Block[];
}

/** Images are the only objects with a `src`, wherever in blocks, cells, captions or notes they stand. */
function walk(value: unknown, sizes: PictureSizes): unknown {
  if (Array.isArray(value)) return value.map((part) => walk(part, sizes));
  if (typeof value !== "object" || value === null) return value;
  const { src } = value as Partial<ImageSource>;
  if (typeof src === "string") {
    const size = sizes.get(src);
    return size && size.width > 0 && size.height > 0 ? { ...value, width: size.width, height: size.height } : value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part as Inline, sizes)]));
}

/** The sizes that pictures in blocks say they have. */
export function pictureSizesOf(blocks: readonly Block[]): PictureSizes {
  const sizes = new Map<string, { width: number; height: number }>();
  collect(blocks, sizes);
  return sizes;
}

function collect(value: unknown, into: Map<string, { width: number; height: number }>): void {
  if (typeof value !== "object" || value === null) return;
  const { src, width, height } = value as Partial<ImageSource>;
  if (typeof src === "string" && width && height) into.set(src, { width, height });
  for (const part of Object.values(value)) collect(part, into);
}
