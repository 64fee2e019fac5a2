import type { Heading, Node } from "mdast";
import { walk } from "./context.ts";
import { fail, type Source } from "./source.ts";

/** Throws at the first heading that skips a level: readers who move by headings would look for what is not there. */
export function checkHeadingOrder(root: Node, source: Source): void {
  let level = 1;
  for (const node of walk(root)) {
    if (node.type !== "heading") continue;
    const { depth } = node as Heading;
    if (depth > level + 1)
      fail(
        source,
        node,
        `This heading of level ${depth} follows one of level ${level}; the next is level ${level + 1}.`,
      );
    level = depth;
  }
}
