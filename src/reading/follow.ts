import { PAGE_TURNED } from "#domain/page-turns.ts";
import type { Position } from "#domain/position.ts";
import { currentFlow, firstLine } from "./window.ts";

/** Keeps what is spoken in view, and lets go as soon as the reader scrolls. */
export interface Follower {
  /**
   * Tells where the voice is now; scrolls at most once, and only if that place has left the middle of the window, or the page that is
   * shown. Nothing is measured while it goes on, within what it says until `end` (an offset in its leaf), in text that has not moved.
   */
  moveTo(position: Position, end?: number): void;
  /** Takes up following again, and goes to where the voice is. */
  resume(): void;
  /** Lets go, as if the reader had scrolled. */
  release(): void;
  dispose(): void;
}

/** The band in which a spoken sentence is left alone, and where it is put otherwise, as parts of the visible height. */
const CALM_FROM = 0.08;
const CALM_TO = 0.7;
const TARGET = 0.25;
/** More pixels than any article has. */
const FAR = 1e8;

const SCROLL_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

/** `speaking` tells whether there is a voice to let go of; `onChange` hears whether it is being followed. */
export function createFollower(speaking: () => boolean, onChange: (following: boolean) => void): Follower {
  let following = true;
  let place: Position | undefined;
  const end = new AbortController();
  const { signal } = end;

  const letGo = () => {
    if (!following || !(place || speaking())) return;
    following = false;
    onChange(false);
  };
  const within = (target: EventTarget | null, selector: string) =>
    target instanceof Element && target.closest(selector) !== null;
  /** Text up to here is in view, unless something has moved meanwhile. */
  let calm: Position | undefined;
  const stir = () => (calm = undefined);
  const inControl = (target: EventTarget | null) => within(target, "button, input, select, dialog");
  /** A button keeps only the space bar to itself: with the focus on it, the other keys scroll the page. */
  const scrolls = ({ key, target, defaultPrevented }: KeyboardEvent) =>
    !defaultPrevented &&
    SCROLL_KEYS.has(key) &&
    !within(target, key === " " ? "button, input, select, dialog" : "input, select, dialog");

  // Only what a person does lets go: a scroll event alone may be our own, or the browser's.
  addEventListener("wheel", letGo, { passive: true, signal });
  addEventListener("touchmove", (event) => !inControl(event.target) && letGo(), { passive: true, signal });
  addEventListener("pointerdown", (event) => event.target === document.documentElement && letGo(), { signal });
  addEventListener("keydown", (event) => scrolls(event) && letGo(), { signal });
  addEventListener(PAGE_TURNED, letGo, { signal });
  addEventListener("scroll", stir, { passive: true, capture: true, signal });
  addEventListener("resize", stir, { signal });
  // Text that is set anew, and bars that come and go.
  const sizes = new ResizeObserver(stir);
  const observed = document.querySelector("article");
  if (observed) sizes.observe(observed);
  const bars = new MutationObserver(stir);
  bars.observe(document.documentElement, { attributes: true });
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    bars.disconnect();
  });
  // The keyboard has moved to a link in the text, and the page with it.
  addEventListener("focusin", (event) => within(event.target, "article") && letGo(), { signal });

  const scroll = (force: boolean) => {
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    const flow = currentFlow();
    const box = place && firstLine(place);
    if (place && !box) return;
    if (flow.placeOnPage) return flow.show(box);
    // The heading is being read.
    if (!box) return flow.moveBy(-FAR, behavior);
    const { top, bottom } = flow.view();
    const line = flow.unroll(box);
    const height = bottom - top;
    const at = (line.top - top) / height;
    if (!force && at >= CALM_FROM && (line.bottom - top) / height <= CALM_TO) return;
    flow.moveBy(line.top - top - height * TARGET, behavior);
  };

  /** In pages the sentence can go on on the next one; elsewhere it is followed by its beginning. */
  const upTo = ({ block, offset }: Position, end: number): Position => {
    const flow = currentFlow();
    const last = flow.placeOnPage && end > offset ? firstLine({ block, offset: end - 1 }) : undefined;
    const stays = !last || flow.unroll(last).top < flow.view().bottom;
    return { block, offset: stays ? Math.max(offset, flow.placeOnPage ? end : offset) : offset };
  };

  return {
    moveTo(position, end = position.offset) {
      const goesOn = calm?.block === position.block && place && place.offset <= position.offset;
      place = position;
      if (!following || (goesOn && position.offset <= calm!.offset)) return;
      scroll(false);
      calm = upTo(position, end);
    },
    resume() {
      following = true;
      onChange(true);
      scroll(true);
    },
    release() {
      following = false;
      onChange(false);
    },
    dispose: () => end.abort(),
  };
}
