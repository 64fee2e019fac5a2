import type { ContainerDirective } from "mdast-util-directive";
import type { Context } from "./context.ts";
import { nameOf } from "./directives.ts";
import { fail, sourceOf } from "./source.ts";

/** The parser lets an unclosed container swallow the rest of the article. */
export function checkClosed(node: ContainerDirective, context: Context): void {
  if (!/\n[ \t>]*:{3,}[ \t]*$/.test(sourceOf(context.source, node))) {
    fail(context.source, node, `“${nameOf(node)}” is never closed; end it with a line of three colons.`);
  }
}
