import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import { sentences } from "#domain/segment.ts";
import { drawArticle, type DrawnArticle, paragraph } from "../testing.ts";
import { positionInView } from "../place-in-view.ts";
import { endInView, firstLine, hasMoved, scrollToPosition, setFlow } from "../window.ts";
import { createPagedFlow, type PagedFlow } from "./paged-flow.ts";

const SENTENCE = "The tide comes in twice a day and nobody asks it to. It lifts the boats.";
/** One sentence that is longer than a page. */
const ENDLESS = `${"and then it goes out again ".repeat(80)}at last.`;
const BLOCKS: Block[] = [
  ...Array.from({ length: 8 }, (_, i) => paragraph(`${i + 1} boats. ${SENTENCE} ${SENTENCE}`)),
  paragraph(ENDLESS),
  ...Array.from({ length: 8 }, (_, i) => paragraph(`${i + 1} masts. ${SENTENCE}`)),
];

const STYLES: readonly [name: string, style: string][] = [
  ["from left to right", "inline-size: 300px; block-size: 240px;"],
  ["from right to left", "inline-size: 300px; block-size: 240px; direction: rtl;"],
  ["in vertical writing", "inline-size: 240px; block-size: 300px; writing-mode: vertical-rl;"],
];

let drawn: DrawnArticle;
let flow: PagedFlow;
let turns = 0;

function draw(style: string): void {
  drawn = drawArticle(BLOCKS);
  drawn.element.style.cssText = `box-sizing: border-box; columns: 1; column-fill: auto; column-gap: 40px; padding: 20px; overflow: hidden; font: 16px/1.5 serif; ${style}`;
  flow = createPagedFlow(drawn.element, () => turns++);
  setFlow(flow);
}

beforeEach(() => (turns = 0));

afterEach(() => {
  setFlow();
  drawn.remove();
});

describe.each(STYLES)("an article in pages, %s", (_, style) => {
  beforeEach(() => draw(style));

  it("is turned page by page, and no further than its ends", () => {
    const { count } = flow.measure();
    expect(count).toBeGreaterThan(5);
    for (let page = 0; page < count; page++) {
      flow.turnTo(page);
      expect(flow.measure()).toMatchObject({ shown: page });
      expect(flow.measure().scrolled).toBeCloseTo(page, 2);
    }
    flow.turnTo(count + 5);
    expect(flow.measure().shown).toBe(count - 1);
    flow.turnTo(-3);
    expect(flow.measure().shown).toBe(0);
    expect(turns).toBe(count + 2);
  });

  it("opens at every sentence on the page that it begins on, and keeps it", () => {
    for (const { number, text } of drawn.leaves)
      for (const { start } of sentences(text, "en")) {
        const place = { block: number, offset: start };
        scrollToPosition(place);
        expect(hasMoved()).toBe(false);
        const box = flow.unroll(firstLine(place)!);
        const view = flow.view();
        expect((box.top + box.bottom) / 2).toBeGreaterThan(view.top);
        expect((box.top + box.bottom) / 2).toBeLessThan(view.bottom);
        expect(positionInView(drawn.leaves, "en", place)).toEqual(place);
      }
  });

  it("tells a place for every page that leads back to this very page", () => {
    const { count } = flow.measure();
    const places = [];
    for (let page = 0; page < count; page++) {
      flow.turnTo(page);
      const place = positionInView(drawn.leaves, "en", { block: 0, offset: 0 })!;
      places.push(place);
      flow.turnTo(page === 0 ? count - 1 : 0);
      scrollToPosition(place);
      expect(flow.measure().shown, JSON.stringify(place)).toBe(page);
    }
    for (const [i, place] of places.slice(1).entries())
      expect(place.block * 1e6 + place.offset).toBeGreaterThan(places[i]!.block * 1e6 + places[i]!.offset);
  });

  it("lies page below page for whoever asks where text is", () => {
    const lines = drawn.leaves.map(({ number }) => flow.unroll(firstLine({ block: number, offset: 0 })!).top);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    flow.turnTo(2);
    const moved = drawn.leaves.map(({ number }) => flow.unroll(firstLine({ block: number, offset: 0 })!).top);
    for (const [i, top] of moved.entries()) expect(lines[i]! - top).toBeCloseTo(2 * flow.measure().height, 0);
  });

  it("has its end in view on its last page, and not on the first", () => {
    expect(endInView(drawn.leaves)).toBe(false);
    flow.turnTo(flow.measure().count - 1);
    expect(endInView(drawn.leaves)).toBe(true);
  });

  it("is moved by pixels as far as pages go", () => {
    flow.turnTo(3);
    flow.moveBy(1);
    expect(flow.measure().shown).toBe(4);
    flow.moveBy(-1);
    expect(flow.measure().shown).toBe(3);
    flow.moveBy(flow.measure().height * 2 + 5);
    expect(flow.measure().shown).toBe(5);
  });
});
