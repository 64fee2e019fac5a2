import type { Block } from "#domain/article.ts";
import { DONE, OPEN } from "../html/blocks/ticks.ts";

/** The blocks with the boxes of tasks that are typed as “[ ]” and “[x]” in front of items of lists as signs. */
export function withTicks(blocks: readonly Block[], inItem = false): Block[] {
  return blocks.map((block, i): Block => {
    switch (block.type) {
      case "list":
        return { ...block, items: block.items.map((item) => withTicks(item, true)) };
      case "quote":
        return { ...block, content: withTicks(block.content) };
      case "paragraph": {
        const [first, ...rest] = block.content;
        if (!inItem || i > 0 || !first || !("text" in first) || first.marks) return block;
        const text = first.text.replace(/^\[ \](?=\s)/, OPEN).replace(/^\[[xX]\](?=\s)/, DONE);
        return { ...block, content: [{ ...first, text }, ...rest] };
      }
      default:
        return block;
    }
  });
}
