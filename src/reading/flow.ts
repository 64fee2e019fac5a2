import type { Position } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";

/** A box in CSS pixels: of the window, or as if the text ran down it. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * How the open article goes through the window: down it, sideways in vertical writing, or in pages. Everything that asks where text
 * is asks as if it ran down: what comes later in the text lies further down.
 */
export interface Flow {
  /** A box of the window as it would lie if the text ran down. A box must not span two pages: take those of `getClientRects`. */
  unroll(box: Box): Box;
  /** The inverse. */
  roll(box: Box): Box;
  /** The part of the window in which text shows, as if it ran down. */
  view(): Box;
  /** How far the text has been moved. Only good for being compared with itself. */
  offset(): number;
  /** Moves the text on by so many pixels (negative: back); in pages, by the pages that they are. */
  moveBy(pixels: number, behavior?: ScrollBehavior): void;
  /** Only where the text is in pages. */
  readonly pages?: Pages;
}

/** What is different where all that can be shown of a place is the page that it is on. */
export interface Pages {
  /** Turns to the page of a box of the window; undefined: to the first one. */
  show(box: Box | undefined): void;
  /** Takes the page that is shown for a place: see `positionInView`. */
  place(leaves: readonly Leaf[], articleLang: string, current: Position): Position | undefined;
}

/** The part of the window that no bar covers. `shell/covered.ts` keeps the custom properties. */
const DOWN: Flow = {
  unroll: (box) => box,
  roll: (box) => box,
  view() {
    const style = getComputedStyle(document.documentElement);
    const covered = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    return {
      left: 0,
      right: innerWidth,
      top: covered("--covered-start"),
      bottom: innerHeight - covered("--covered-end"),
    };
  },
  offset: () => scrollY,
  moveBy: (top, behavior = "instant") => scrollBy({ top, behavior }),
};

/** Fired on the window when the reader, and nothing else, has turned a page. */
export const PAGE_TURNED = "lectern:page-turned";

let current = DOWN;

/** The one in force. */
export function currentFlow(): Flow {
  return current;
}

/** Puts another one in force; without one, the text runs down the window. Where the text is, is for the caller to set anew. */
export function setFlow(flow: Flow = DOWN): void {
  current = flow;
}
