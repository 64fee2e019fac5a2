import type { Position } from "#domain/position.ts";
import { firstLine, visibleBand } from "./window.ts";

/** Keeps what is spoken in view, and lets go as soon as the reader scrolls. */
export interface Follower {
  /** Tells where the voice is now; scrolls at most once, and only if that place has left the middle of the window. */
  moveTo(position: Position): void;
  /** Takes up following again, and goes to where the voice is. */
  resume(): void;
  dispose(): void;
}

/** The band in which a spoken sentence is left alone, and where it is put otherwise, as parts of the visible height. */
const CALM_FROM = 0.08;
const CALM_TO = 0.7;
const TARGET = 0.25;

const SCROLL_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

/** `onChange` hears whether the voice is being followed. */
export function createFollower(onChange: (following: boolean) => void): Follower {
  let following = true;
  let place: Position | undefined;
  const end = new AbortController();
  const { signal } = end;

  const letGo = () => {
    if (!following || !place) return;
    following = false;
    onChange(false);
  };
  const inControl = (target: EventTarget | null) =>
    target instanceof Element && target.closest("button, input, select, dialog") !== null;

  // Only what a person does lets go: a scroll event alone may be our own, or the browser's.
  addEventListener("wheel", letGo, { passive: true, signal });
  addEventListener("touchmove", (event) => !inControl(event.target) && letGo(), { passive: true, signal });
  addEventListener("pointerdown", (event) => event.target === document.documentElement && letGo(), { signal });
  addEventListener("keydown", (event) => SCROLL_KEYS.has(event.key) && !inControl(event.target) && letGo(), { signal });

  const scroll = (force: boolean) => {
    const rect = place && firstLine(place);
    if (!rect) return;
    const { top, bottom } = visibleBand();
    const height = bottom - top;
    const at = (rect.top - top) / height;
    if (!force && at >= CALM_FROM && at + rect.height / height <= CALM_TO) return;
    const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: rect.top - top - height * TARGET, behavior: reduced ? "instant" : "smooth" });
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
    dispose: () => end.abort(),
  };
}
