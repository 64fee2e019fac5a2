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
  /** The inverse. Without one there is nothing to turn back. */
  roll?(box: Box): Box;
  /** The part of the window in which text shows, as if it ran down; as wide as the window where nothing is said. */
  view(): Pick<Box, "top" | "bottom"> & Partial<Box>;
  /** How far the text has been moved. Only good for being compared with itself. */
  offset(): number;
  /** Moves the text on by so many pixels (negative: back); in pages, by the pages that they are. */
  moveBy(pixels: number, behavior?: ScrollBehavior): void;
  /** Shows what is at a box of the window first, at once; undefined: the start of the text. */
  show(box: Box | undefined): void;
  /**
   * Only in pages, where all that can be shown of a place is the page that it is on: takes this one for a place, as `positionInView` does.
   */
  placeOnPage?(leaves: readonly Leaf[], articleLang: string, current: Position): Position | undefined;
}
