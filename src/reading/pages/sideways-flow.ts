import type { Box, Flow } from "../flow.ts";

/** How far from the edge a place is set that is scrolled to, in CSS pixels. */
const MARGIN = 12;

/** The flow of an article in columns of vertical writing, which follow each other to the left and are scrolled so. */
export function createSidewaysFlow(article: HTMLElement): Flow {
  const unroll = ({ left, right, top, bottom }: Box): Box => ({ left: top, right: bottom, top: -right, bottom: -left });
  const moveBy = (pixels: number, behavior: ScrollBehavior = "instant") =>
    article.scrollBy({ left: -pixels, behavior });
  return {
    unroll,
    roll: ({ left, right, top, bottom }) => ({ left: -bottom, right: -top, top: left, bottom: right }),
    view: () => unroll(article.getBoundingClientRect()),
    offset: () => -article.scrollLeft,
    moveBy,
    show: (box) => moveBy(box ? article.getBoundingClientRect().right - box.right - MARGIN : article.scrollLeft),
  };
}

/** One press of an arrow key, and what is left of the page before when a key turns to the next, in CSS pixels. */
const STEP = 60;
const OVERLAP = 40;

/** Turns the wheel, and the keys that scroll down a page, into sideways scrolling. Returns the way to stop. */
export function watchSideways(article: HTMLElement): () => void {
  const end = new AbortController();
  const { signal } = end;
  const within = (target: EventTarget | null, selector: string) =>
    target instanceof Element && target.closest(selector) !== null;
  article.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 40;
      article.scrollBy({ left: -event.deltaY * unit, behavior: "instant" });
    },
    { passive: false, signal },
  );
  addEventListener(
    "keydown",
    (event) => {
      const { key, target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector("dialog[open]")) return;
      if (within(target, "input, select, textarea, [contenteditable], [role='region'][tabindex]")) return;
      if (key === " " && within(target, "button, summary")) return;
      const page = Math.max(STEP, article.clientWidth - OVERLAP);
      const by: Readonly<Record<string, number>> = {
        " ": event.shiftKey ? -page : page,
        PageDown: page,
        PageUp: -page,
        ArrowLeft: STEP,
        ArrowDown: STEP,
        ArrowRight: -STEP,
        ArrowUp: -STEP,
        End: article.scrollWidth,
        Home: -article.scrollWidth,
      };
      const move = by[key];
      if (move === undefined || (event.shiftKey && key !== " ")) return;
      event.preventDefault();
      article.scrollBy({ left: -move, behavior: "instant" });
    },
    { signal },
  );
  return () => end.abort();
}
