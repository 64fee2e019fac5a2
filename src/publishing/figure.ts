import type { Paragraph } from "mdast";
import type { Block, Inline } from "#domain/article.ts";
import { definitionsIn, type Context } from "./context.ts";
import { inlinesOf, resolveImage } from "./inlines.ts";
import { parseMarkdown } from "./parse.ts";
import { pictureOf } from "./pictures.ts";
import { fail, type Source } from "./source.ts";

/** The figure that a paragraph of one picture and nothing else stands for; the picture's title is its caption, in Markdown. */
export function figureOf(node: Paragraph, context: Context): Block | undefined {
  const [only, ...others] = node.children;
  if (others.length > 0 || (only?.type !== "image" && only?.type !== "imageReference")) return undefined;
  const { title, ...picture } = resolveImage(only, context);
  const image = pictureOf(picture, only, context.slug, context.source);
  return title
    ? { type: "figure", image, caption: captionOf(title, only.position?.start.line ?? 1, context) }
    : { type: "figure", image };
}

function captionOf(text: string, line: number, context: Context): Inline[] {
  const source: Source = { ...context.source, text, line };
  const root = parseMarkdown(text);
  const [only, ...others] = root.children;
  if (only?.type !== "paragraph" || others.length > 0) fail(source, line, "A caption must be one paragraph.");
  return inlinesOf(only.children, { ...context, source, definitions: definitionsIn(root) });
}
