/** What lock screens show beside the title. */
import type { ArticleRecord } from "#domain/article.ts";

/** In pixels: smaller pictures are marks and icons, and look torn where they are enlarged. */
const LEAST = 96;

/** The app's icon, as the page names it for home screens. */
export function ownIcon(): MediaImage[] {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="apple-touch-icon"]');
  return icon ? [{ src: icon.href, sizes: "180x180", type: "image/png" }] : [];
}

/**
 * The picture that stands for an article, under the app's own address, where the service worker answers from storage: nobody else is ever asked. Undefined
 * where it is not on this device, is a drawing (systems cannot show those) or too small. `base` is the absolute address of the app.
 */
export async function pictureOf(
  { image }: Pick<ArticleRecord, "image">,
  base: string,
): Promise<readonly MediaImage[] | undefined> {
  if (!image || !/^images\/\w+$/.test(image)) return undefined;
  try {
    const src = new URL(image, base).href;
    const answer = await fetch(src);
    if (!answer.ok) return undefined;
    const picture = await answer.blob();
    // A host may answer with a page where it has no such file.
    const bitmap = await createImageBitmap(picture);
    const { width, height } = bitmap;
    bitmap.close();
    // Alone: browsers choose among several by their shape and kind, and would take the icon.
    return Math.min(width, height) < LEAST ? undefined : [{ src, sizes: `${width}x${height}`, type: picture.type }];
  } catch {
    return undefined;
  }
}
