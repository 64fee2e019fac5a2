import { type Reading, type Turn, turnOfKey, turnOfSwipe, turnOfTap } from "#domain/page-turns.ts";

export interface TurningOptions {
  reading(): Reading;
  /** Asked for by key, tap, swipe or wheel. */
  onTurn(turn: Turn): void;
  /** False where a tap means something else: a screen reader's way to say which text it has come to. */
  taps(): boolean;
}

/** What has keys of its own. A button keeps only the space bar. */
const OWN_KEYS = "input, select, textarea, dialog, [contenteditable], [role='region'][tabindex]";
const CONTROLS = "a, button, summary, input, select, label, dialog";
/** So many pixels of wheel turn a page, and as many milliseconds then pass before the next: a flick of a touchpad goes on for a while. */
const WHEEL = { pixels: 50, rest: 350 };
/** A finger or a mouse that moves so many pixels between down and up has not tapped. */
const TREMBLE = 10;

/** Listens in `area`, the place of the pages, for all that turns them. Returns the way to stop. */
export function watchTurning(area: HTMLElement, { reading, onTurn, taps }: TurningOptions): () => void {
  const end = new AbortController();
  const { signal } = end;
  const within = (target: EventTarget | null, selector: string) =>
    target instanceof Element && target.closest(selector) !== null;
  const selected = () => document.getSelection()?.isCollapsed === false;
  let down: { x: number; y: number; at: number; hadSelection: boolean } | undefined;

  addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector("dialog[open]") || within(event.target, OWN_KEYS)) return;
      if (event.key === " " && within(event.target, "button, summary")) return;
      const turn = turnOfKey(event, reading());
      if (!turn) return;
      event.preventDefault();
      onTurn(turn);
    },
    { signal },
  );

  area.addEventListener(
    "pointerdown",
    ({ clientX: x, clientY: y, timeStamp: at }) => (down = { x, y, at, hadSelection: selected() }),
    { capture: true, signal },
  );
  // On the way down, so that who listens to taps on the text hears of one that is dealt with already.
  area.addEventListener(
    "click",
    (event) => {
      const { clientX: x, clientY: y, detail } = event;
      // Not made by a pointer: a screen reader's or a script's.
      if (detail !== 1 || !taps() || event.defaultPrevented || within(event.target, CONTROLS) || selected()) return;
      // A tap beside what is selected only lets go of it; what began elsewhere was no tap.
      if (!down || down.hadSelection || Math.hypot(x - down.x, y - down.y) > TREMBLE) return;
      const turn = turnOfTap(x, innerWidth, reading());
      if (!turn) return;
      event.preventDefault();
      onTurn(turn);
    },
    { capture: true, signal },
  );

  let touch: { x: number; y: number; at: number } | undefined;
  area.addEventListener(
    "touchstart",
    ({ touches, target, timeStamp: at }) => {
      const [one, more] = [touches[0], touches.length > 1];
      // What is enlarged is moved by the finger, and so is a table or code that scrolls by itself.
      const taken = more || (visualViewport?.scale ?? 1) > 1.01 || within(target, "[role='region'][tabindex]");
      touch = one && !taken ? { x: one.clientX, y: one.clientY, at } : undefined;
    },
    { passive: true, signal },
  );
  area.addEventListener("touchcancel", () => (touch = undefined), { signal });
  area.addEventListener(
    "touchend",
    ({ changedTouches, timeStamp }) => {
      const up = changedTouches[0];
      const from = touch;
      touch = undefined;
      if (!up || !from || selected()) return;
      const turn = turnOfSwipe(up.clientX - from.x, up.clientY - from.y, timeStamp - from.at, reading());
      if (turn) onTurn(turn);
    },
    { passive: true, signal },
  );

  let rolled = 0;
  let quietUntil = 0;
  area.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || within(event.target, "[role='region'][tabindex]")) return;
      event.preventDefault();
      if (event.timeStamp < quietUntil) return;
      const { onIsLeft } = reading();
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 40;
      rolled += lines * (sideways ? event.deltaX * (onIsLeft ? -1 : 1) : event.deltaY);
      if (Math.abs(rolled) < WHEEL.pixels) return;
      onTurn(rolled > 0 ? "on" : "back");
      rolled = 0;
      quietUntil = event.timeStamp + WHEEL.rest;
    },
    { passive: false, signal },
  );

  return () => end.abort();
}
