import type { Block, RelatedLink } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";

/** What a draft can be cut into: its text, and what comes after it. Neither the blocks nor the links given are changed. */
export interface DraftParts {
  blocks: Block[];
  related: RelatedLink[];
}

/** Where the text of some blocks ends, as an index: notes come after it. */
export function endOfText(whole: readonly Block[]): number {
  const first = whole.findIndex(isNote);
  return first < 0 ? whole.length : first;
}

/** Ends the text before the block with that index: the links in what comes after become related, and stand before those that are. Notes stay. */
export function endBefore(whole: readonly Block[], related: readonly RelatedLink[], index: number): DraftParts {
  const after = whole.slice(index);
  return {
    blocks: [...whole.slice(0, index), ...after.filter(isNote)],
    related: uniqueLinks([...linksIn(after.filter((block) => !isNote(block))), ...related]),
  };
}

function isNote({ type }: Block): boolean {
  return type === "note";
}

/** A related link as a paragraph of the text again. */
export function asParagraph({ title, href }: RelatedLink): Block {
  return { type: "paragraph", content: [{ text: title, ...(href && { marks: [{ type: "link", href }] }) }] };
}

/** All links in some blocks, in order; the text of a link that is cut into runs is one title. */
export function linksIn(blocks: readonly Block[]): Required<RelatedLink>[] {
  const links: Required<RelatedLink>[] = [];
  for (const { content } of leavesOf({ blocks: [...blocks] })) {
    let last: Required<RelatedLink> | undefined;
    for (const inline of content) {
      const link = inline.marks?.find((mark) => mark.type === "link");
      if (!link || !("text" in inline)) last = undefined;
      else if (last?.href === link.href) last.title += inline.text;
      else links.push((last = { title: inline.text, href: link.href }));
    }
  }
  return links.map(({ title, href }) => ({ title: title.trim() || href, href }));
}

function uniqueLinks(links: readonly RelatedLink[]): RelatedLink[] {
  return links.filter(
    ({ title, href }, index) => links.findIndex((other) => other.href === href && other.title === title) === index,
  );
}

/** The first words of a block, by which its reader knows it; undefined where it has none. */
export function firstWords(block: Block, longest = 60): string | undefined {
  const text = leavesOf({ blocks: [block] })
    .map((leaf) => leaf.text.replaceAll("\uFFFC", ""))
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (text.length <= longest) return text || undefined;
  const cut = text.slice(0, longest);
  const space = cut.lastIndexOf(" ");
  return `${space > longest / 2 ? cut.slice(0, space) : cut} …`;
}
