import { PAGE_TURNED } from "#domain/page-turns.ts";
import type { Position } from "#domain/position.ts";
import { currentFlow, firstLine } from "./window.ts";

/** Keeps what is spoken in view, and lets go as soon as the reader scrolls. */
export interface Follower {
  /** Tells where the voice is now; scrolls at most once, and only if that place has left the middle of the window, or the page that is shown. */
  moveTo(position: Position): void;
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

  return {
    moveTo(position) {
      place = position;
      if (following) scroll(false);
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
