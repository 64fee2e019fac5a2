import type { Position } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";
import { positionOf } from "./ranges.ts";
import { endInView, hasMoved, positionInView, stayHere } from "./window.ts";

export interface TrackerOptions {
  /** Of the whole article. Its notes are no place of reading: they are looked at from the text, and returned from. */
  leaves: readonly Leaf[];
  lang: string;
  /** In screen-reader mode only focus and activation count: a screen reader does not scroll the page to where it reads. */
  screenReaderMode(): boolean;
  /** False while something else (the voice) leads the position. */
  active(): boolean;
  position(): Position;
  onMove(position: Position, atEnd: boolean): void;
}

/** Follows the reader through the open article and reports the place. Returns the way to stop. */
export function trackPosition(article: HTMLElement, options: TrackerOptions): () => void {
  const end = new AbortController();
  const { signal } = end;
  let frame = 0;
  const flow = options.leaves.filter((leaf) => !leaf.inNote);
  let address = location.hash;

  const report = () => {
    frame = 0;
    if (signal.aborted || options.screenReaderMode() || !options.active()) return;
    // A link within the text has been followed, or returned from: that is looking something up, not reading.
    if (location.hash !== address) {
      address = location.hash;
      stayHere();
    }
    if (!hasMoved()) return;
    const position = positionInView(flow, options.lang, options.position());
    if (position) options.onMove(position, endInView(flow));
  };
  const onScroll = () => {
    frame ||= requestAnimationFrame(report);
  };
  const onTouch = (event: Event) => {
    if (!options.screenReaderMode() || !(event.target instanceof Node)) return;
    const position = positionOf(event.target, 0);
    if (position && !options.leaves[position.block]?.inNote)
      options.onMove(position, position.block === flow.at(-1)?.number);
  };

  // In pages and in vertical writing it is the article that scrolls, and that is only heard on the way down to it.
  addEventListener("scroll", onScroll, { passive: true, capture: true, signal });
  article.addEventListener("click", onTouch, { signal });
  article.addEventListener("focusin", onTouch, { signal });
  return () => {
    end.abort();
    cancelAnimationFrame(frame);
  };
}
