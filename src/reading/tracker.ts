import type { Position } from "#domain/position.ts";
import type { Leaf } from "#domain/text.ts";
import { positionOf } from "./ranges.ts";
import type { positionInView } from "./place-in-view.ts";
import { endInView, hasMoved, isLed, setUnderway, stayHere } from "./window.ts";

export interface TrackerOptions {
  /** Of the whole article. Its notes are no place of reading: they are looked at from the text, and returned from. */
  leaves: readonly Leaf[];
  lang: string;
  /** In screen-reader mode only focus and activation count: a screen reader does not scroll the page to where it reads. */
  screenReaderMode(): boolean;
  /** False while the voice leads the position. */
  active(): boolean;
  position(): Position;
  /** Fetches `place-in-view.ts`, and the sentences with it, when the text is first moved. */
  loadPlaceInView(): Promise<{ positionInView: typeof positionInView }>;
  onMove(position: Position, atEnd: boolean): void;
}

/** Follows the reader through the open article and reports the place. Returns the way to stop. */
export function trackPosition(article: HTMLElement, options: TrackerOptions): () => void {
  const end = new AbortController();
  const { signal } = end;
  let frame = 0;
  const flow = options.leaves.filter((leaf) => !leaf.inNote);
  let address = location.hash;
  let find: typeof positionInView | undefined;
  let isAskedFor = false;

  const fetchFinder = () => {
    if (isAskedFor) return;
    isAskedFor = true;
    options.loadPlaceInView().then(
      (part) => {
        find = part.positionInView;
        report();
      },
      // The next step of the reader tries again.
      () => (isAskedFor = false),
    );
  };

  const report = () => {
    frame = 0;
    if (signal.aborted) return;
    if (options.screenReaderMode() || !options.active()) return setUnderway(false);
    // A link within the text has been followed, or returned from: that is looking something up, not reading.
    if (location.hash !== address) {
      address = location.hash;
      stayHere();
    }
    if (isLed() || !hasMoved()) return setUnderway(false);
    if (!find) return fetchFinder();
    setUnderway(false);
    const position = find(flow, options.lang, options.position());
    if (position) options.onMove(position, endInView(flow));
  };
  const onScroll = () => {
    setUnderway(hasMoved());
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
    setUnderway(false);
  };
}
