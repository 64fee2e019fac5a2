import type { Node } from "mdast";

/** What is wrong with an article, as `file:line: reason`. The build stops with this message. */
export class ArticleError extends Error {
  override name = "ArticleError";
}

/** A Markdown text that messages can point into. */
export interface Source {
  /** The path of the file, as messages show it. Pictures are looked for beside it. */
  file: string;
  text: string;
  /** Set for text that came out of an attribute: the nodes' own lines count from there and mean nothing to the author. */
  line?: number;
}

/** Throws an `ArticleError`. `at`: a node, or a line counted from 1. */
export function fail(source: Source, at: Node | number, reason: string): never {
  const line = source.line ?? (typeof at === "number" ? at : (at.position?.start.line ?? 1));
  throw new ArticleError(`${source.file}:${line}: ${reason}`);
}

/** The Markdown a node was made from. */
export function sourceOf(source: Source, node: Node): string {
  return source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
