import { comparePositions, type Position, START } from "#domain/position.ts";
import { sentences } from "#domain/segment.ts";
import type { LineFocus } from "#domain/settings.ts";
import type { Leaf } from "#domain/text.ts";
import { positionOf, rangeOf } from "../ranges.ts";
import type { Place, Steps } from "./cursor.ts";
import { type Band, type FlowAxis, middle } from "./flow-axis.ts";
import type { TextBlock } from "./text-blocks.ts";

/** Where one reads, as the line focus has it and as the rest of the app does. */
export interface ReadingPlace {
  /**
   * The position of the first that is clear of the text itself: the start of its sentence or paragraph, or the first letter of its line, so that
   * the same line is clear when the article is opened again. `atEnd`: the last of the text is clear, or what stands below it.
   */
  positionOf(steps: Steps, place: Place): { position: Position; atEnd: boolean };
  /** The place at which a position is the first that is clear; undefined where it is not shown. */
  placeOf(steps: Steps, position: Position): Place | undefined;
}

/** `reach`: so many steps to either side of a place are clear as well. */
export function createReadingPlace(
  blocks: readonly TextBlock[],
  leaves: readonly Leaf[],
  lang: string,
  focus: LineFocus,
  reach: number,
  axis: FlowAxis,
): ReadingPlace {
  /** Of a row, which has several leaves, its first. */
  const leafOf = (block: number): Leaf | undefined => {
    const { element, leaf } = blocks[block]!;
    const first = leaf?.number ?? positionOf(element.querySelector("[id^='b']") ?? element, 0)?.block;
    return first === undefined ? undefined : leaves[first];
  };
  const isText = (block: number) => leafOf(block)?.inNote === false;
  const last = blocks.findLastIndex((_, block) => isText(block));

  function startOf(steps: Steps, { block, step }: Place): Position {
    const leaf = leafOf(block)!;
    let offset = 0;
    if (focus === "sentence" && blocks[block]!.leaf) offset = sentences(leaf.text, leaf.lang ?? lang)[step]?.start ?? 0;
    else if (focus !== "sentence" && focus !== "paragraph" && step > 0)
      offset = firstIn(leaf, steps.at({ block, step })[0], axis);
    return { block: leaf.number, offset };
  }

  function isLast(steps: Steps, place: Place): boolean {
    if (place.block !== last) return place.block > last;
    const next = steps.move(place, 1);
    return next.block !== last || next.step === place.step;
  }

  function clearStart(steps: Steps, place: Place): Position | undefined {
    const first = steps.around(place, reach).find(({ block }) => isText(block));
    return first && startOf(steps, first);
  }

  return {
    positionOf(steps, place) {
      const position = clearStart(steps, place);
      if (position) return { position, atEnd: steps.around(place, reach).some((each) => isLast(steps, each)) };
      if (place.block < last || last < 0) return { position: START, atEnd: false };
      // Below the text all of it has been read: that is its last step.
      return { position: startOf(steps, steps.move({ block: last + 1, step: 0 }, -1)), atEnd: true };
    },

    placeOf(steps, position) {
      if (comparePositions(position, START) === 0) {
        // At the very beginning the title is clear.
        const title = blocks.findIndex(({ element }) => element.localName === "h1");
        return steps.move({ block: Math.max(0, title), step: -1 }, 1);
      }
      const span = { start: position.offset, end: position.offset + 1 };
      const found = steps.of(position.block, span, lang);
      if (!found) return undefined;
      // At the head of the article not as many steps come before.
      for (let by = reach; by > 0; by--) {
        const place = steps.move(found, by);
        const start = clearStart(steps, place);
        if (start && comparePositions(start, startOf(steps, found)) === 0) return place;
      }
      return found;
    },
  };
}

/** The offset of the first character that is set in a line of a leaf, or after it. */
function firstIn(leaf: Leaf, line: Band | undefined, axis: FlowAxis): number {
  if (!line) return 0;
  let low = 0;
  let high = leaf.text.length;
  while (low < high) {
    const centre = (low + high) >> 1;
    if (reaches(leaf, centre, high, line, axis)) high = centre;
    else low = centre + 1;
  }
  return low;
}

/** Whether the character at an offset, or the next one that is drawn at all, is in the line or a later one. */
function reaches(leaf: Leaf, from: number, to: number, line: Band, axis: FlowAxis): boolean {
  for (let offset = from; offset < to; offset++) {
    const box = rangeOf(leaf.number, { start: offset, end: offset + 1 })?.getClientRects()[0];
    if (box && (box.width > 0 || box.height > 0)) return middle(axis.band(box)) >= line.start;
  }
  return true;
}
