import { BREAKS, isHidden, nameOf, reveal } from "./blocks/elements.ts";
import type { Region } from "./extraction/region.ts";

/** What a reader changed in the pieces of a region. */
export interface Changes {
  put: ReadonlySet<Element>;
  drop: ReadonlySet<Element>;
}

/** The region as its reader changed it. The page is changed for it: what was put is shown. */
export function changedRegion(base: Region, { put, drop }: Changes): Region {
  const opened = around(put);
  // What the reader has put back is to be read, whether the page shows it or not; what is hidden with it is not.
  const revealed = new Set([...put, ...opened].filter(isHidden));
  for (const element of revealed) reveal(element);

  let root = base.root;
  for (const piece of put) while (!root.contains(piece)) root = root.parentElement!;
  const isInPut = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) if (put.has(at)) return true;
    return false;
  };
  const wasOut = (element: Element) => {
    if (!base.root.contains(element)) return !element.contains(base.root);
    for (let at: Element | null = element; at && at !== base.root; at = at.parentElement)
      if (base.isOut(at) || revealed.has(at)) return true;
    return revealed.has(base.root);
  };
  return {
    root,
    isOut(element) {
      if (drop.has(element)) return true;
      if (put.size === 0) return base.isOut(element);
      if (opened.has(element) || isInPut(element)) return false;
      // What stands in a box that was not opened goes by itself.
      return opened.has(element.parentElement!) ? wasOut(element) : base.isOut(element);
    },
  };
}

/** All that the elements are in. */
function around(elements: Iterable<Element>): Set<Element> {
  const boxes = new Set<Element>();
  for (const element of elements)
    for (let at = element.parentElement; at && !boxes.has(at); at = at.parentElement) boxes.add(at);
  return boxes;
}

/** They are read with what they are a part of. */
const PARTS = new Set(["caption", "li", "td", "th"]);

/**
 * Takes what is in a piece out of its page, where leaving the piece out does not do it: cells keep their place in the table, a note is read
 * where it is referred to, and a formula where it stands for a picture of it. `notes`: the elements that are notes.
 */
export function empty(piece: Element, notes: readonly Element[]): void {
  const isNote = (note: Element) => note.contains(piece) || (BREAKS.has(nameOf(note)) && piece.contains(note));
  if (nameOf(piece) === "math") piece.remove();
  else if (PARTS.has(nameOf(piece)) || notes.some(isNote)) piece.replaceChildren();
}
