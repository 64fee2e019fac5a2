import { bringText } from "#reading/coming.ts";

/** Milliseconds that a slice may take to be made and laid out, so that the window goes on scrolling. */
const FRAME = 8;

/** Characters of the first slice; how long the next ones are is measured. */
const FIRST_SLICE = 8192;

/**
 * Brings the rest of a long article into the page when the browser has time, in slices of what this device can set in type within a
 * frame. `append` adds at least so many characters below what is there and tells whether there is more; so nothing moves.
 */
export function growText(island: HTMLElement, append: (characters: number) => boolean, signal: AbortSignal): void {
  // A link within the article may lead to what is still to come.
  const bringTarget = ({ target }: Event) => {
    if (target instanceof Element && target.closest("a[href^='#']")) bringText(Infinity);
  };
  island.addEventListener("click", bringTarget, { capture: true, signal });
  addEventListener("beforeprint", () => bringText(Infinity), { signal });

  let characters = FIRST_SLICE;
  const slice = () => {
    if (signal.aborted) return;
    const start = performance.now();
    const more = append(characters);
    island.getBoundingClientRect();
    characters *= Math.min(2, FRAME / (performance.now() - start));
    if (more) soon(slice);
  };
  soon(slice);
}

function soon(work: () => void): void {
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 100 });
  else setTimeout(work, 2 * FRAME);
}
