import type { Leaf } from "#domain/text.ts";
import { leafElement } from "../ranges.ts";
import type { FlowAxis } from "./flow-axis.ts";

/** What is read in one go, from one line to the next: a paragraph, a heading, a picture, a row of a table. */
export interface TextBlock {
  element: HTMLElement;
  /** None for a row, which holds several, and for what is no part of the text: title, date, related links. */
  leaf?: Leaf;
}

const BESIDE_THE_TEXT = ".article-header > *, .notes > h2, .related > h2, .related > p, .related li";

/** Everything there is to read in the open article, in order. The cells of a row stand side by side and are one. */
export function textBlocks(article: HTMLElement, leaves: readonly Leaf[]): TextBlock[] {
  const byElement = new Map<HTMLElement, TextBlock>();
  for (const element of article.querySelectorAll<HTMLElement>(BESIDE_THE_TEXT)) byElement.set(element, { element });
  for (const leaf of leaves) {
    const own = leafElement(leaf.number);
    const row = leaf.kind === "cell" ? own?.closest<HTMLElement>("tr") : undefined;
    const element = row ?? own;
    if (element) byElement.set(element, row ? { element } : { element, leaf });
  }
  return [...byElement.values()].toSorted((a, b) =>
    a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/** The index of the first block that ends beyond a place in the window; the last one where none does. */
export function blockAt(blocks: readonly TextBlock[], place: number, axis: FlowAxis): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const centre = (low + high) >> 1;
    if (axis.extent(blocks[centre]!.element).end > place) high = centre;
    else low = centre + 1;
  }
  return low;
}
