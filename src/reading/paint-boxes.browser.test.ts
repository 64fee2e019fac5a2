import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clearBoxes, paintBoxes } from "./paint-boxes.ts";
import { clearPaint, paint } from "./painter.ts";
import { rangeOf } from "./ranges.ts";
import { drawArticle, type DrawnArticle, paragraph } from "./testing.ts";

let drawn: DrawnArticle;
const LONG = "The tide comes in and goes out, and nobody has ever seen it do anything else. ".repeat(8);

beforeEach(() => {
  drawn = drawArticle([paragraph(LONG), paragraph("The sea breathes out.")]);
});

afterEach(() => {
  clearBoxes();
  drawn.remove();
  scrollTo(0, 0);
  vi.unstubAllGlobals();
});

const layer = () => document.querySelector<HTMLElement>(".reading-marks");
const boxes = (what: string) =>
  Array.from(document.querySelectorAll(`.${what}-box`), (box) => box.getBoundingClientRect());
const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const expectNear = (box: DOMRect | undefined, rect: DOMRect) => {
  for (const side of ["left", "top", "right", "bottom"] as const) expect(box?.[side]).toBeCloseTo(rect[side], 0);
};

it("lays a box behind each line of a sentence and one behind its word", () => {
  const range = rangeOf(0, { start: 0, end: LONG.length - 1 })!;
  paintBoxes("sentence", [range]);
  paintBoxes("word", [rangeOf(0, { start: 4, end: 8 })!]);
  const lines = Array.from(range.getClientRects()).filter(({ width }) => width > 0);
  expect(lines.length).toBeGreaterThan(1);
  expect(boxes("sentence")).toHaveLength(lines.length);
  lines.forEach((line, i) => expectNear(boxes("sentence")[i], line));
  expectNear(boxes("word")[0], rangeOf(0, { start: 4, end: 8 })!.getBoundingClientRect());
});

it("is nothing to screen readers, and leaves the text alone", () => {
  const changes = new MutationObserver(() => {});
  changes.observe(drawn.element, { subtree: true, childList: true, attributes: true, characterData: true });
  paintBoxes("sentence", [rangeOf(1, { start: 0, end: 7 })!]);
  expect(layer()!.getAttribute("aria-hidden")).toBe("true");
  expect(layer()!.textContent).toBe("");
  expect(changes.takeRecords()).toEqual([]);
});

it("moves with the text when the page scrolls and when it is set anew", async () => {
  drawn.element.style.paddingBlockEnd = "3000px";
  const range = rangeOf(1, { start: 0, end: 7 })!;
  paintBoxes("sentence", [range]);
  scrollTo(0, 40);
  expectNear(boxes("sentence")[0], range.getBoundingClientRect());
  drawn.element.style.fontSize = "200%";
  await settled();
  expectNear(boxes("sentence")[0], range.getBoundingClientRect());
});

it("goes when there is nothing to paint", () => {
  paintBoxes("sentence", [rangeOf(1, { start: 0, end: 7 })!]);
  paintBoxes("word", [rangeOf(1, { start: 0, end: 3 })!]);
  paintBoxes("sentence", []);
  expect(boxes("word")).toHaveLength(1);
  paintBoxes("word", []);
  expect(layer()).toBeNull();
});

it("stands in where the browser cannot highlight", () => {
  vi.stubGlobal("CSS", {});
  paint("word", 1, [{ start: 4, end: 7 }]);
  expectNear(boxes("word")[0], rangeOf(1, { start: 4, end: 7 })!.getBoundingClientRect());
  clearPaint();
  expect(layer()).toBeNull();
});
