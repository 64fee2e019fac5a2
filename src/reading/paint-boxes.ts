/**
 * Paint for browsers without the CSS Custom Highlight API (Firefox before 140): boxes behind the text, in a layer of their own that no
 * screen reader or pointer meets. The layer scrolls with the page; what moves otherwise is measured again.
 */
import type { Paint } from "./painter.ts";

const painted = new Map<Paint, readonly Range[]>();
let layer: HTMLElement | undefined;
let end: AbortController | undefined;
let frame = 0;

/** Lays boxes behind these ranges, in place of those before; none takes them away. */
export function paintBoxes(what: Paint, ranges: readonly Range[]): void {
  if (ranges.length > 0) painted.set(what, ranges);
  else painted.delete(what);
  if (painted.size === 0) return clearBoxes();
  if (!layer) begin();
  draw();
}

export function boxedRanges(what: Paint): readonly Range[] {
  return painted.get(what) ?? [];
}

export function clearBoxes(): void {
  painted.clear();
  end?.abort();
  layer?.remove();
  layer = end = undefined;
  cancelAnimationFrame(frame);
  frame = 0;
}

function begin(): void {
  layer = document.createElement("div");
  layer.className = "reading-marks";
  layer.setAttribute("aria-hidden", "true");
  Object.assign(layer.style, { position: "absolute", zIndex: "-1", left: "0", top: "0", pointerEvents: "none" });
  document.body.append(layer);
  end = new AbortController();
  const { signal } = end;
  const soon = () => (frame ||= requestAnimationFrame(draw));
  // Pages, and tables and code that scroll by themselves, move the text without the page.
  addEventListener("scroll", soon, { passive: true, capture: true, signal });
  addEventListener("resize", soon, { signal });
  document.fonts.addEventListener("loadingdone", soon, { signal });
  const sizes = new ResizeObserver(soon);
  for (const range of painted.values()) {
    const article = range[0]?.startContainer.parentElement?.closest("article") ?? document.body;
    sizes.observe(article);
  }
  signal.addEventListener("abort", () => sizes.disconnect());
}

function draw(): void {
  frame = 0;
  if (!layer) return;
  const origin = layer.getBoundingClientRect();
  const boxes: HTMLElement[] = [];
  for (const what of ["sentence", "word"] as const)
    for (const range of painted.get(what) ?? [])
      for (const { left, top, width, height } of range.getClientRects()) {
        if (width === 0 || height === 0) continue;
        const box = document.createElement("div");
        box.className = `${what}-box`;
        Object.assign(box.style, {
          position: "absolute",
          left: `${left - origin.left}px`,
          top: `${top - origin.top}px`,
          width: `${width}px`,
          height: `${height}px`,
        });
        boxes.push(box);
      }
  layer.replaceChildren(...boxes);
}
