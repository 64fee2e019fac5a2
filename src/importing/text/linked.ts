import type { Inline } from "#domain/article.ts";
import { tidyInlines } from "#domain/white-space.ts";
import { findAddresses } from "./addresses.ts";

/** Text as inlines, with the addresses in it as links. */
export function linked(text: string): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  const put = (until: number) => {
    if (until > from) inlines.push({ text: text.slice(from, until) });
  };
  for (const { start, end, href } of findAddresses(text)) {
    if (start < from) continue;
    put(start);
    inlines.push({ text: text.slice(start, end), marks: [{ type: "link", href }] });
    from = end;
  }
  put(text.length);
  return tidyInlines(inlines);
}
