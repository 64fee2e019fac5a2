import type { Span } from "#domain/position.ts";
import { sentenceAt, sentences } from "#domain/segment.ts";
import type { LineFocus } from "#domain/settings.ts";
import { rangeOf } from "../ranges.ts";
import { type Band, type FlowAxis, middle } from "./flow-axis.ts";
import { type Step, stepsOf } from "./steps.ts";
import { blockAt, type TextBlock } from "./text-blocks.ts";

/** A step by its place: the block, and which of its steps. */
export interface Place {
  block: number;
  step: number;
}

/** The steps of an article as it is set and scrolled at this moment. Make a new one whenever either may have changed. */
export interface Steps {
  at(place: Place): Step;
  /** The place so many steps on (negative: back); the first or last one where there are not as many. */
  move(place: Place, by: number): Place;
  /** The places up to so many steps to either side, in order. Fewer at the ends. */
  around(place: Place, reach: number): Place[];
  /** The place that a line across the window meets. Stays with `current` while that is met. */
  meeting(line: number, current?: Place): Place;
  /** The place of a point in the window. */
  under(x: number, y: number): Place;
  /** The place of a span of a leaf's text; undefined where it is not shown. */
  of(leaf: number, span: Span, lang: string): Place | undefined;
}

export function measureSteps(blocks: readonly TextBlock[], focus: LineFocus, lang: string, axis: FlowAxis): Steps {
  const measured = new Map<number, Step[]>();
  const steps = (block: number): Step[] => {
    let found = measured.get(block);
    if (!found) measured.set(block, (found = stepsOf(blocks[block]!, focus, lang, axis)));
    return found;
  };
  const at = ({ block, step }: Place): Step => steps(block)[step] ?? [];

  /** The nearest place that has something to show, this way. */
  function next({ block, step }: Place, way: 1 | -1): Place | undefined {
    let place = { block, step: step + way };
    for (;;) {
      const inside = place.step >= 0 && place.step < steps(place.block).length;
      if (inside && at(place).length > 0) return place;
      if (inside) {
        place = { ...place, step: place.step + way };
        continue;
      }
      const other = place.block + way;
      if (other < 0 || other >= blocks.length) return undefined;
      place = { block: other, step: way > 0 ? 0 : steps(other).length - 1 };
    }
  }

  function move(place: Place, by: number): Place {
    let to = place;
    for (let i = 0; i < Math.abs(by); i++) to = next(to, by > 0 ? 1 : -1) ?? to;
    return to;
  }

  const meets = (step: Step, line: number) => step.some(({ start, end }) => start <= line && line < end);

  function meeting(line: number, current?: Place): Place {
    if (current && meets(at(current), line)) return current;
    const block = blockAt(blocks, line, axis);
    const found = steps(block).findIndex((step) => step.length > 0 && step.at(-1)!.end > line);
    if (found >= 0) return { block, step: found };
    // The gap after the block, or a block that is not shown.
    const last = { block, step: steps(block).length };
    return next(last, -1) ?? next(last, 1) ?? { block: 0, step: 0 };
  }

  return {
    at,
    move,
    meeting,
    around(place, reach) {
      const places = [place];
      for (const way of [-1, 1] as const) {
        let to: Place | undefined = place;
        for (let i = 0; i < reach && to; i++) {
          to = next(to, way);
          if (to && way < 0) places.unshift(to);
          if (to && way > 0) places.push(to);
        }
      }
      return places;
    },
    under(x, y) {
      const { start, from } = axis.band({ left: x, right: x, top: y, bottom: y });
      const found = meeting(start);
      const holds = (band: Band) => band.start <= start && start < band.end && band.from <= from && from < band.to;
      const exact = steps(found.block).findIndex((step) => step.some(holds));
      return exact < 0 ? found : { ...found, step: exact };
    },
    of(leaf, span, articleLang) {
      const range = rangeOf(leaf, { start: span.start, end: Math.min(span.start + 1, span.end) });
      const element =
        range?.startContainer instanceof Element ? range.startContainer : range?.startContainer.parentElement;
      const block = blocks.findIndex(
        (other) => other.leaf?.number === leaf || (!other.leaf && element && other.element.contains(element)),
      );
      const rect = range?.getClientRects()[0];
      if (block < 0 || !rect) return undefined;
      const text = blocks[block]!.leaf;
      if (focus === "sentence" && text)
        return { block, step: Math.max(0, sentenceAt(sentences(text.text, text.lang ?? articleLang), span.start)) };
      const line = middle(axis.band(rect));
      const step = steps(block).findIndex((lines) => meets(lines, line));
      return step < 0 ? undefined : { block, step };
    },
  };
}

/** Where a step is read from, on the axis of the lines. */
export function anchorOf(step: Step): number | undefined {
  return step[0] && middle(step[0]);
}
