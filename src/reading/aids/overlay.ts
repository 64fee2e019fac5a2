import type { Box } from "../flow.ts";
import type { Band, FlowAxis } from "./flow-axis.ts";

/** What is drawn over the text. Nothing of it is in the article, and no screen reader or pointer meets it. */
export interface Overlay {
  /** Dims everything but these boxes; of `whole`, where that is given, and nothing outside of it. None: nothing is dimmed. */
  dim(clear: readonly Box[], whole?: Box): void;
  /** Draws the ruler along this box's far edge; undefined takes it away. */
  rule(line: Band | undefined, axis: FlowAxis): void;
  remove(): void;
}

const EVERYTHING: Box = { left: -9999, top: -9999, right: 99_999, bottom: 99_999 };

export function createOverlay(): Overlay {
  const root = document.createElement("div");
  root.className = "reading-aids";
  root.setAttribute("aria-hidden", "true");
  const part = (name: string) => {
    const element = document.createElement("div");
    element.className = `reading-${name}`;
    element.hidden = true;
    root.append(element);
    return element;
  };
  const veil = part("veil");
  /** Where colours are forced nothing can be dimmed, and a frame shows what would be clear. */
  const frame = part("frame");
  const ruler = part("ruler");
  document.body.append(root);

  return {
    dim(clear, whole = EVERYTHING) {
      veil.hidden = frame.hidden = clear.length === 0;
      if (clear.length === 0) return;
      veil.style.clipPath = `path(evenodd, "${[whole, ...clear].map(outline).join("")}")`;
      place(frame, {
        left: Math.min(...clear.map(({ left }) => left)),
        top: Math.min(...clear.map(({ top }) => top)),
        right: Math.max(...clear.map(({ right }) => right)),
        bottom: Math.max(...clear.map(({ bottom }) => bottom)),
      });
    },
    rule(line, axis) {
      ruler.hidden = line === undefined;
      if (line) place(ruler, axis.box({ ...line, start: line.end - 1, end: line.end + 2 }));
    },
    remove: () => root.remove(),
  };
}

function outline({ left, top, right, bottom }: Box): string {
  const [l, t, r, b] = [left, top, right, bottom].map((value) => Math.round(value));
  return `M${l} ${t}H${r}V${b}H${l}Z`;
}

function place(element: HTMLElement, { left, top, right, bottom }: Box): void {
  const { style } = element;
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${right - left}px`;
  style.height = `${bottom - top}px`;
}
