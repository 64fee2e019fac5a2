import type { Blockquote, Paragraph, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Block } from "#domain/article.ts";
import type { Context } from "./context.ts";
import { attributesOf, languageOf, nameOf } from "./directives.ts";
import { inlinesOf } from "./inlines.ts";
import { afterPrefix } from "./prefix.ts";
import { fail } from "./source.ts";

/** A quotation, with its source where its last paragraph begins "Source: ". That is in the language of the text around. */
export function quoteOf(
  node: Blockquote | ContainerDirective,
  context: Context,
  blocksOf: (nodes: readonly RootContent[], context: Context) => Block[],
): Block {
  const isDirective = node.type === "containerDirective";
  const [first] = node.children;
  if (first?.type === "paragraph" && first.data && "directiveLabel" in first.data)
    fail(context.source, node, `“${isDirective ? nameOf(node) : ">"}” takes no label.`);
  const own = isDirective ? languageOf(attributesOf(node, ["lang", "dir"], context), node, context) : {};
  const source = sourceIn(node.children.at(-1));
  const content = blocksOf(source ? node.children.slice(0, -1) : node.children, {
    ...context,
    dir: own.dir ?? context.dir,
  });
  if (content.length === 0) fail(context.source, node, "This quotation has no text.");
  return {
    type: "quote",
    ...(isDirective && node.name === "pull" && { pull: true }),
    content,
    ...(source && { source: inlinesOf(source, context) }),
    ...own,
  };
}

function sourceIn(last: RootContent | undefined): Paragraph["children"] | undefined {
  return last?.type === "paragraph" ? afterPrefix("Source:", last) : undefined;
}
