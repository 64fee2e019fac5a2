import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { plain } from "./metadata/title.ts";

/** Whether a summary says anything beside the text: one that only says its beginning again, or the title, is none. */
export function isNewSummary(summary: string | undefined, blocks: readonly Block[], title: string): boolean {
  if (!summary) return false;
  const start = plain(
    leavesOf({ blocks: blocks.slice(0, 4) })
      .map(({ text }) => text)
      .join(" "),
  );
  const said = plain(summary);
  return said !== plain(title) && !start.includes(said.slice(0, 80));
}
