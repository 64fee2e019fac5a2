import type { Definition, Node } from "mdast";
import type { ArticleId, TextDirection } from "#domain/article.ts";
import type { Footnotes } from "./footnotes.ts";
import type { Source } from "./source.ts";

/** What the mapping of one article from node to block knows besides the node. */
export interface Context {
  source: Source;
  slug: ArticleId;
  /** The direction of the text around: what declares a language of another direction declares that too. */
  dir: TextDirection;
  /** Link definitions by identifier. */
  definitions: ReadonlyMap<string, Definition>;
  footnotes: Footnotes;
}

/** A node and all nodes in it, in document order. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  if ("children" in node) for (const child of node.children as Node[]) yield* walk(child);
}

/** The link definitions in a tree. The first of two with one identifier counts, as CommonMark has it. */
export function definitionsIn(root: Node): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const node of walk(root)) {
    if (node.type !== "definition") continue;
    const definition = node as Definition;
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  }
  return definitions;
}
