import { visibleBand } from "../window.ts";

/** A box as reading goes: lines follow each other from `start` to `end`, and a line runs between `from` and `to`. CSS pixels of the window. */
export interface Band {
  start: number;
  end: number;
  from: number;
  to: number;
}

/** Turns boxes of the window into bands and back. All that is below counts in bands, so that it works in columns of Japanese as well. */
export interface FlowAxis {
  band(rect: Box): Band;
  box(band: Band): Box;
  /** The part of the window that nothing covers. */
  view(): Band;
  /** Moves the page on by so many pixels. */
  scrollBy(pixels: number): void;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const HORIZONTAL: FlowAxis = {
  band: ({ top, bottom, left, right }) => ({ start: top, end: bottom, from: left, to: right }),
  box: ({ start, end, from, to }) => ({ top: start, bottom: end, left: from, right: to }),
  view() {
    const { top, bottom } = visibleBand();
    return { start: top, end: bottom, from: 0, to: innerWidth };
  },
  scrollBy: (pixels) => scrollBy({ top: pixels, behavior: "instant" }),
};

/** Columns that follow each other to the left. */
const VERTICAL: FlowAxis = {
  band: ({ top, bottom, left, right }) => ({ start: -right, end: -left, from: top, to: bottom }),
  box: ({ start, end, from, to }) => ({ left: -end, right: -start, top: from, bottom: to }),
  view() {
    const { top, bottom } = visibleBand();
    return { start: -innerWidth, end: 0, from: top, to: bottom };
  },
  scrollBy: (pixels) => scrollBy({ left: -pixels, behavior: "instant" }),
};

export function flowAxis(element: Element): FlowAxis {
  return getComputedStyle(element).writingMode.startsWith("vertical") ? VERTICAL : HORIZONTAL;
}

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
