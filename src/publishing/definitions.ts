import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Block, Definition, Inline } from "#domain/article.ts";
import type { Context } from "./context.ts";
import { attributesOf, languageOf } from "./directives.ts";
import { inlinesOf } from "./inlines.ts";
import { fail } from "./source.ts";

/** A list whose items each begin with a term, a paragraph; what follows in the item defines it, and the terms alone before it. */
export function definitionsOf(
  node: ContainerDirective,
  outside: Context,
  blocksOf: (nodes: readonly RootContent[], context: Context) => Block[],
): Block {
  const own = languageOf(attributesOf(node, ["lang", "dir"], outside), node, outside);
  const context = { ...outside, dir: own.dir ?? outside.dir };
  const [list, ...others] = node.children;
  if (list?.type !== "list" || others.length > 0)
    fail(context.source, node, "“:::definitions” must hold one list and nothing else.");
  const items: Definition[] = [];
  let terms: Inline[][] = [];
  for (const item of list.children) {
    const [first, ...rest] = item.children;
    const term = first?.type === "paragraph" ? inlinesOf(first.children, context) : [];
    if (term.length === 0) fail(context.source, item, "This item must begin with the term it defines.");
    terms.push(term);
    if (rest.length === 0) continue;
    items.push({ terms, details: [blocksOf(rest, context)] });
    terms = [];
  }
  if (terms.length > 0)
    fail(context.source, list.children.at(-1)!, "This term has no definition; leave a line free between the two.");
  return { type: "definitions", items, ...own };
}
