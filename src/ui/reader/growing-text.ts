import { leafElement } from "#reading/ranges.ts";
import { holdText } from "#reading/window.ts";

/** Milliseconds that it may take to set a slice in type, so that the window goes on scrolling. */
const FRAME = 10;

/**
 * Characters: of what is set at once behind a place, and of the smallest slice. How long the next ones are is measured, but a part of
 * what a slice costs is the same for any: smaller ones would be no faster, and of a long text there would be no end.
 */
const FIRST_SCREENS = 32_768;
const LEAST_SLICE = 16_384;

/**
 * Shows an article of which the end is held back: up to the leaf where reading is and some screens further at once, the rest when the
 * browser has time, in slices of what this device can set in type within a frame. They stand below what is being read, so nothing
 * moves. What leads to a part that is not shown yet shows it at once.
 */
export function growText(island: HTMLElement, place: number): void {
  const held = Array.from(island.querySelectorAll<HTMLElement>(".prose > *"));
  for (const block of held) block.hidden = true;
  delete island.dataset["growing"];

  let next = 0;
  const show = (characters: number) => {
    for (let left = characters; left > 0 && next < held.length; next++) {
      held[next]!.hidden = false;
      left -= held[next]!.textContent?.length || 1;
    }
  };
  const bring = (leaf: number) => {
    const element = leafElement(leaf);
    while (element?.closest("[hidden]") && next < held.length) show(1);
    show(FIRST_SCREENS);
  };
  const end = new AbortController();
  const { signal } = end;
  const finish = () => {
    show(Infinity);
    holdText(undefined);
    end.abort();
  };
  bring(place);
  holdText((leaf) => {
    if (leafElement(leaf)?.closest("[hidden]")) bring(leaf);
  });
  const followLink = ({ target }: Event) => {
    if (target instanceof Element && target.closest("a[href^='#']")) finish();
  };
  island.addEventListener("click", followLink, { capture: true, signal });
  addEventListener("beforeprint", finish, { signal });

  let characters = LEAST_SLICE;
  const slice = () => {
    if (signal.aborted) return;
    // Another view is shown.
    if (next >= held.length || !held[next]!.isConnected) return finish();
    const start = performance.now();
    show(characters);
    island.getBoundingClientRect();
    characters = Math.max(LEAST_SLICE, characters * Math.min(2, FRAME / (performance.now() - start)));
    soon(slice);
  };
  soon(slice);
}

function soon(work: () => void): void {
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 100 });
  else setTimeout(work, 2 * FRAME);
}
