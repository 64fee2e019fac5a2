import { comparePositions, type Position, START } from "#domain/position.ts";
import { takeFocus } from "#reading/focus.ts";
import { leafElement } from "#reading/ranges.ts";
import { scrollToPosition } from "#reading/window.ts";
import { moveAlong } from "#state/move-along.ts";
import type { ReadingModel } from "#state/reading.ts";

/** Where an article is entered: at a place of its text, by an element that takes the focus. */
export interface Destination {
  position: Position;
  /** Instead of the element of the text at this place. */
  element?: HTMLElement | null;
  /** It is looked at beside the reading, as a note is: the reading position stays. */
  aside?: boolean;
}

/**
 * Goes to another part of the open article: view, focus, reading position, and a voice that reads. Returns the place that was
 * left, for the way back; undefined where that is the same.
 */
export function goTo(reading: ReadingModel, to: Destination): Position | undefined {
  const { reader } = reading;
  // What is modal would keep the focus, and give it back to what opened it.
  document.querySelector<HTMLDialogElement>("dialog:modal")?.close();
  const left = reader.position.peek();
  const moved = comparePositions(left, to.position) !== 0;
  if (moved && !to.aside) reader.moveTo(to.position);
  scrollToPosition(to.position);
  takeFocus(to.element ?? elementAt(to.position));
  if (moved && !to.aside) moveAlong(reading);
  return moved ? left : undefined;
}

/** The element that stands for a place: its part of the text, or the title for the very beginning. */
export function elementAt(position: Position): HTMLElement | undefined {
  const isStart = comparePositions(position, START) === 0;
  return (isStart ? document.getElementById("title") : undefined) ?? leafElement(position.block);
}
