/** How a reader says which page to show. "on" and "back" go with the text, whichever way it is written. */
export type Turn = "on" | "back" | "start" | "end";

/** Fired on the window when the reader, and nothing else, has turned a page. */
export const PAGE_TURNED = "lectern:page-turned";

/** The sides on which the page after this one lies: to the left of it where text runs to the left, or in columns from the right. */
export interface Reading {
  onIsLeft: boolean;
}

interface Key {
  key: string;
  shiftKey: boolean;
}

/** What a key without Ctrl, Alt or Meta turns. */
export function turnOfKey({ key, shiftKey }: Key, { onIsLeft }: Reading): Turn | undefined {
  if (key === " ") return shiftKey ? "back" : "on";
  if (shiftKey) return undefined;
  switch (key) {
    case "PageDown":
      return "on";
    case "PageUp":
      return "back";
    case "ArrowRight":
      return onIsLeft ? "back" : "on";
    case "ArrowLeft":
      return onIsLeft ? "on" : "back";
    case "Home":
      return "start";
    case "End":
      return "end";
  }
  return undefined;
}

/** What a tap turns, `x` being where in a window of `width` it was: one third at either side turns, the middle does not. */
export function turnOfTap(x: number, width: number, { onIsLeft }: Reading): Turn | undefined {
  if (x >= width / 3 && x <= (width * 2) / 3) return undefined;
  return x < width / 2 === onIsLeft ? "on" : "back";
}

/** In CSS pixels and milliseconds. What is shorter is a tap, what takes longer a selection or a change of mind. */
const SWIPE = { least: 40, longest: 900 };

/** What a finger turns that went `dx`, `dy` pixels in so many milliseconds. It pulls the page that it turns to into view. */
export function turnOfSwipe(dx: number, dy: number, milliseconds: number, { onIsLeft }: Reading): Turn | undefined {
  if (Math.abs(dx) < SWIPE.least || Math.abs(dx) < 1.5 * Math.abs(dy) || milliseconds > SWIPE.longest) return undefined;
  return dx > 0 === onIsLeft ? "on" : "back";
}
