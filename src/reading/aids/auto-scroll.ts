import { words } from "#domain/segment.ts";
import type { Leaf } from "#domain/text.ts";
import { lineHeightOf } from "./lines.ts";
import { flowAxis as axis } from "./flow-axis.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";

export interface AutoScrollOptions {
  leaves: readonly Leaf[];
  lang: string;
  /** Words a minute. */
  speed(): number;
  onEnd(): void;
}

/** The pace is taken anew after so many milliseconds: a table or a picture changes how many words a screen holds. */
const MEASURED_EVERY = 400;
/** A page that was not drawn for longer (another tab, a sleeping phone) goes on where it was. In milliseconds. */
const LONGEST_FRAME = 100;

/**
 * Moves the text on at the pace of so many words a minute, evenly; line by line where motion is to be reduced, and page by page where it
 * is in pages. Returns the way to stop. It listens to nothing: when to stop is the business of who started it.
 */
export function scrollAtPace(article: HTMLElement, options: AutoScrollOptions): () => void {
  const pace = createPace(article, options);
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  /** Pixels that are still to be scrolled: fewer than a screen can show would be lost in rounding. */
  let due = 0;
  let before: number | undefined;
  let measured = -Infinity;
  let frame = 0;

  const tick = (now: number) => {
    const passed = Math.min(now - (before ?? now), LONGEST_FRAME);
    before = now;
    if (now - measured > MEASURED_EVERY) {
      measured = now;
      pace.measure();
    }
    due += (passed / 60_000) * options.speed() * pace.pixelsPerWord;
    const evenly = reduced.matches ? pace.line : 1 / devicePixelRatio;
    const unit = axis.paged() ? pace.page : evenly;
    const step = Math.floor(due / unit) * unit;
    if (step > 0) {
      due -= step;
      const from = axis.offset();
      axis.scrollBy(step);
      if (axis.offset() === from) return options.onEnd();
    }
    frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

interface Pace {
  pixelsPerWord: number;
  /** From one line to the next. */
  line: number;
  /** From the first to the last line that shows. */
  page: number;
  /** Takes all three from the text that is in the window now. */
  measure(): void;
}

function createPace(article: HTMLElement, { leaves, lang }: AutoScrollOptions): Pace {
  const blocks = textBlocks(article, leaves);
  const counts = new Map<Element, number>();
  const wordsIn = ({ element, leaf }: TextBlock) => {
    let count = counts.get(element);
    if (count === undefined)
      counts.set(element, (count = words(leaf?.text ?? element.textContent, leaf?.lang ?? lang).length));
    return count;
  };
  const pace: Pace = {
    pixelsPerWord: lineHeightOf(article) / 8,
    line: lineHeightOf(article) || 24,
    page: innerHeight,
    measure() {
      const view = axis.view();
      let [count, first, last] = [0, Infinity, -Infinity];
      for (const block of blocks) {
        const { element } = block;
        const { start, end } = axis.extent(element);
        if (end <= view.start || start >= view.end || end <= start) continue;
        const [from, to] = [Math.max(start, view.start), Math.min(end, view.end)];
        count += (wordsIn(block) * (to - from)) / (end - start);
        first = Math.min(first, from);
        last = Math.max(last, to);
        pace.line = lineHeightOf(element) || pace.line;
      }
      // A window full of picture says nothing about words.
      if (count >= 3) pace.pixelsPerWord = (last - first) / count;
      pace.page = count >= 3 ? last - first : view.end - view.start;
    },
  };
  return pace;
}
