import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Image, Node } from "mdast";
import type { ArticleId, ImageSource } from "#domain/article.ts";
import { isPicture, PICTURE_ENDINGS, pictureSize } from "./picture-size.ts";
import { fail, type Source } from "./source.ts";

/** Where a picture of an article is served, relative to the app's base path. */
export function pictureAddress(slug: ArticleId, fileName: string): string {
  return `articles/${slug}/${fileName}`;
}

/** A picture of the article's own folder, `<slug>/` beside the Markdown file, with its text alternative and its size. */
export function pictureOf(
  { url, alt }: Pick<Image, "url" | "alt">,
  at: Node,
  slug: ArticleId,
  source: Source,
): ImageSource {
  if (!alt?.trim())
    fail(source, at, `The picture “${url}” has no text alternative; describe it between the square brackets.`);
  const [folder, fileName, ...deeper] = decode(url).replace(/^\.\//, "").split("/");
  if (folder !== slug || !fileName || deeper.length > 0) {
    fail(source, at, `The picture “${url}” must be a file in the folder “${slug}/” beside the article.`);
  }
  if (!isPicture(fileName)) fail(source, at, `The picture “${url}” must be one of ${PICTURE_ENDINGS.join(", ")}.`);
  const bytes = read(join(dirname(source.file), slug, fileName)) ?? fail(source, at, `There is no picture “${url}”.`);
  const size = pictureSize(fileName, bytes) ?? fail(source, at, `The picture “${url}” does not say how large it is.`);
  return { src: pictureAddress(slug, encodeURIComponent(fileName)), alt: alt.replace(/\s+/g, " ").trim(), ...size };
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
