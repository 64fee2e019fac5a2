import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { RelatedLink } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { checkClosed } from "./closed.ts";
import type { Context } from "./context.ts";
import { attributesOf } from "./directives.ts";
import { inlinesOf } from "./inlines.ts";
import { fail } from "./source.ts";

/** Takes the `:::related` list from the end of an article. Only definitions, which show nothing where they stand, may follow it. */
export function splitRelated(
  nodes: readonly RootContent[],
  context: Context,
): { body: RootContent[]; related: RelatedLink[] } {
  const last = nodes.findLastIndex((node) => node.type !== "definition" && node.type !== "footnoteDefinition");
  const node = nodes[last];
  if (node?.type !== "containerDirective" || node.name !== "related") return { body: [...nodes], related: [] };
  return { body: nodes.toSpliced(last, 1), related: linksOf(node, context) };
}

function linksOf(node: ContainerDirective, context: Context): RelatedLink[] {
  checkClosed(node, context);
  attributesOf(node, [], context);
  const [list, ...others] = node.children;
  if (list?.type !== "list" || others.length > 0)
    fail(context.source, node, "“:::related” must hold one list of links and nothing else.");
  return list.children.map((item) => {
    const [paragraph, ...more] = item.children;
    const content = paragraph?.type === "paragraph" && more.length === 0 ? paragraph.children : [];
    const [link] = content;
    if (content.length !== 1 || (link?.type !== "link" && link?.type !== "linkReference")) {
      fail(context.source, item, "Each item of “:::related” must be a link and nothing else.");
    }
    const inlines = inlinesOf(content, context);
    const href = inlines.flatMap((inline) => inline.marks ?? []).find((mark) => mark.type === "link")?.href;
    return { title: textOf(inlines), href: href! };
  });
}
