import type { Box } from "../flow.ts";
import { currentFlow } from "../window.ts";

/** A box as reading goes: lines follow each other from `start` to `end`, and a line runs between `from` and `to`. CSS pixels, as if the text ran down. */
export interface Band {
  start: number;
  end: number;
  from: number;
  to: number;
}

/**
 * Turns boxes of the window into bands and back. All that is below counts in bands, so that it works in columns of Japanese and in
 * pages as well: there, what is on the next page lies below this one.
 */
export interface FlowAxis {
  /** Of a box that does not span two pages. */
  band(rect: Box): Band;
  /** From where an element begins to where it ends, on whatever pages. Of one that is not shown, nothing. */
  extent(element: Element): Band;
  box(band: Band): Box;
  /** The part of the window that nothing covers. */
  view(): Band;
  /** Moves the text on by so many pixels; in pages by one at least. */
  scrollBy(pixels: number): void;
  /** Whether the text is in pages: then what is not in view is on another one. */
  paged(): boolean;
  /** How far the text has been moved. Only good for being compared with itself. */
  offset(): number;
}

function bandOf({ top, bottom, left, right }: Box): Band {
  return { start: top, end: bottom, from: left, to: right };
}

/** The axis of the open article, however it goes through the window at each moment. */
export const flowAxis: FlowAxis = {
  band: (rect) => bandOf(currentFlow().unroll(rect)),
  extent(element) {
    const bands = Array.from(element.getClientRects(), flowAxis.band);
    return bands.length > 0 ? around(bands) : { start: 0, end: 0, from: 0, to: 0 };
  },
  box({ start, end, from, to }) {
    const box = { top: start, bottom: end, left: from, right: to };
    return currentFlow().roll?.(box) ?? box;
  },
  view: () => bandOf({ left: 0, right: innerWidth, ...currentFlow().view() }),
  scrollBy: (pixels) => currentFlow().moveBy(pixels),
  paged: () => currentFlow().placeOnPage !== undefined,
  offset: () => currentFlow().offset(),
};

export const middle = ({ start, end }: Pick<Band, "start" | "end">) => (start + end) / 2;

/** The smallest band around them all. At least one is needed. */
export function around(bands: readonly Band[]): Band {
  return {
    start: Math.min(...bands.map(({ start }) => start)),
    end: Math.max(...bands.map(({ end }) => end)),
    from: Math.min(...bands.map(({ from }) => from)),
    to: Math.max(...bands.map(({ to }) => to)),
  };
}
