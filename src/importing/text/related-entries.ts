import type { Block, Inline, RelatedLink } from "#domain/article.ts";
import { findDate } from "./dates.ts";

/** Adds entries. A date under a title is part of its entry, and so is the address that it is at. */
export function put(entries: readonly RelatedLink[], into: RelatedLink[]): void {
  for (const entry of entries) {
    const date = entry.href ? undefined : findDate(entry.title);
    const last = into.at(-1);
    if (last && !last.href && entry.href && isAddress(entry.title, entry.href)) last.href = entry.href;
    else if (last && date?.start === 0 && date.end === entry.title.length) last.title += `, ${entry.title}`;
    else into.push(entry);
  }
}

/** What stands between a title and the address after it, and behind an address in brackets. */
const OPENING = /[\s:：–—|(（[［<-]+$/u;
const CLOSING = /^\s*[)）\]］>]+[\s,;，；]*/u;

/** One entry a line: each link with its text or, where that is only an address, with what stands before it. */
export function entriesOf(content: readonly Inline[]): RelatedLink[] {
  return inlineLines(content).flatMap((line) => {
    const entries: RelatedLink[] = [];
    let before = "";
    for (const inline of line) {
      const href = hrefOf(inline);
      const text = "text" in inline ? inline.text : "";
      if (!href) {
        before += text;
        continue;
      }
      const last = entries.at(-1);
      if (last?.href === href && before.trim() === "") {
        last.title = `${last.title}${before}${text}`;
        before = "";
        continue;
      }
      const told = before.replace(OPENING, "").replace(CLOSING, "").trim();
      if (isAddress(text, href) && told !== "") entries.push({ title: told, href });
      else {
        if (/[\p{L}\p{N}]/u.test(told)) entries.push({ title: told });
        entries.push({ title: text.trim() || href, href });
      }
      before = "";
    }
    if (/[\p{L}\p{N}]/u.test(before)) entries.push({ title: before.replace(CLOSING, "").trim() });
    return entries;
  });
}

/** Whether the text of a link is only where it leads. */
function isAddress(text: string, href: string): boolean {
  const written = text.trim();
  return (
    /^(?:https?:\/\/|www\.)\S+$/i.test(written) || (written.includes(".") && href.startsWith(`https://${written}`))
  );
}

/** Inlines parted at their line breaks. Pictures and formulas are left out. */
export function inlineLines(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of content) {
    if (!("text" in inline)) continue;
    inline.text.split("\n").forEach((text, i) => {
      if (i > 0) lines.push([]);
      if (text !== "") lines.at(-1)!.push({ ...inline, text });
    });
  }
  return lines;
}

/** All inlines of blocks, with a line break after each leaf. */
export function inlinesIn(blocks: readonly Block[]): Inline[] {
  const parted = (parts: readonly (readonly Inline[])[]) => parts.flatMap((part) => [...part, { text: "\n" }]);
  return blocks.flatMap((block): Inline[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return parted([block.content]);
      case "list":
        return block.items.flatMap(inlinesIn);
      case "quote":
      case "note":
        return [...inlinesIn(block.content), ...(("source" in block && block.source) || [])];
      case "definitions":
        return block.items.flatMap(({ terms, details }) => [...parted(terms), ...details.flatMap(inlinesIn)]);
      case "table":
        return block.rows.flatMap((row) => parted(row.map(({ content }) => content)));
      case "figure":
        return parted([block.caption ?? []]);
      case "preformatted":
        return parted([[{ text: block.text }]]);
      default:
        return [];
    }
  });
}

/** Each address once. */
export function once(related: readonly RelatedLink[]): RelatedLink[] {
  const seen = new Set<string>();
  return related.filter(({ title, href = `title:${title}` }) => !seen.has(href) && seen.add(href));
}

/** Where an inline leads, if it is a link. */
export function hrefOf(inline: Inline): string | undefined {
  const mark = inline.marks?.find(({ type }) => type === "link");
  return mark?.type === "link" ? mark.href : undefined;
}
