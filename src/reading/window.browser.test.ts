import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import type { Position } from "#domain/position.ts";
import { sentences } from "#domain/segment.ts";
import { drawArticle, type DrawnArticle, paragraph } from "./testing.ts";
import { positionInView } from "./place-in-view.ts";
import { endInView, firstLine, scrollToPosition, visibleBand } from "./window.ts";

const SENTENCES = [
  "The tide comes in twice a day and nobody asks it to.",
  "It lifts the boats.",
  "Then it goes out again, as far as the old harbour wall and sometimes further, and leaves the boats leaning.",
  "Children walk between them.",
];
const BLOCKS: Block[] = Array.from({ length: 20 }, (_, i) =>
  paragraph(`${i + 1} boats. ${SENTENCES.slice(i % 3).join(" ")} ${SENTENCES.join(" ")}`),
);

let drawn: DrawnArticle;
const root = document.documentElement;

beforeEach(() => {
  drawn = drawArticle(BLOCKS);
  Object.assign(drawn.element.style, { maxInlineSize: "320px", paddingBlock: "40px", lineHeight: "1.6" });
});

afterEach(() => {
  drawn.remove();
  root.removeAttribute("style");
  document.body.removeAttribute("style");
  scrollTo(0, 0);
});

/** Where the sentences of the article begin. */
function places(): Position[] {
  return drawn.leaves.flatMap(({ number, text }) =>
    [...sentences(text, "en")].map(({ start }) => ({ block: number, offset: start })),
  );
}

function coverEdges(start: number, end: number): void {
  root.style.setProperty("--covered-start", `${start}px`);
  root.style.setProperty("--covered-end", `${end}px`);
}

describe("opening at a place", () => {
  it.each([0, 64])("shows it first, below %i pixels that a bar covers, and finds the same place again", (covered) => {
    coverEdges(covered, 0);
    document.body.style.paddingBlockEnd = "100vh";
    for (const place of places()) {
      scrollToPosition(place);
      if (place.block > 0) {
        const { top } = firstLine(place)!;
        expect(top).toBeGreaterThanOrEqual(covered);
        expect(top).toBeLessThan(covered + 20);
      }
      expect(positionInView(drawn.leaves, "en", place)).toEqual(place);
    }
  });

  it("at the start of the text begins with the head of the page", () => {
    scrollTo(0, 500);
    scrollToPosition({ block: 0, offset: 0 });
    expect(scrollY).toBe(0);
  });

  it("that is not in the page leaves the page where it is", () => {
    scrollTo(0, 300);
    scrollToPosition({ block: 99, offset: 0 });
    expect(scrollY).toBeCloseTo(300, 0);
  });
});

describe("the sentence in view", () => {
  it("is the first that shows below what is covered", () => {
    coverEdges(80, 0);
    scrollTo(0, 900);
    const place = positionInView(drawn.leaves, "en", { block: 0, offset: 0 })!;
    const { text } = drawn.leaves[place.block]!;
    const all = [...sentences(text, "en")];
    const index = all.findIndex(({ start }) => start === place.offset);
    expect(index).toBeGreaterThanOrEqual(0);
    expect(bottomOf(place.block, all[index]!)).toBeGreaterThan(80);
    if (index > 0) expect(bottomOf(place.block, all[index - 1]!)).toBeLessThanOrEqual(86);
  });

  it("goes only forward while the page is scrolled down", () => {
    const seen: Position[] = [{ block: 0, offset: 0 }];
    for (let y = 0; y < root.scrollHeight - innerHeight; y += 37) {
      scrollTo(0, y);
      seen.push(positionInView(drawn.leaves, "en", seen.at(-1)!)!);
    }
    const keys = seen.map(({ block, offset }) => block * 10_000 + offset);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(new Set(keys).size).toBeGreaterThan(20);
  });

  it("is none where the page has no text", () => {
    expect(positionInView([], "en", { block: 0, offset: 0 })).toBeUndefined();
  });
});

function bottomOf(block: number, { start, end }: { start: number; end: number }): number {
  const element = drawn.element.querySelector(`#b${block}`)!.firstChild!;
  const range = document.createRange();
  range.setStart(element, start);
  range.setEnd(element, end);
  return range.getBoundingClientRect().bottom;
}

describe("the end of the text", () => {
  it("is in view when its last line is, and not before", () => {
    scrollTo(0, 0);
    expect(endInView(drawn.leaves)).toBe(false);
    scrollTo(0, root.scrollHeight);
    expect(endInView(drawn.leaves)).toBe(true);
  });

  it("is not what stands under the bar at the foot of the window", () => {
    scrollTo(0, root.scrollHeight);
    coverEdges(0, 300);
    expect(visibleBand()).toEqual({ top: 0, bottom: innerHeight - 300 });
    expect(endInView(drawn.leaves)).toBe(false);
  });

  it("is the last sentence, whatever notes stand below it", () => {
    drawn.remove();
    const notes: Block[] = Array.from({ length: 40 }, (_, i) => ({
      type: "note",
      id: `${i}`,
      label: `${i}`,
      content: [paragraph("A note.")],
    }));
    drawn = drawArticle([...BLOCKS, ...notes]);
    document.getElementById("b19")!.scrollIntoView({ block: "end", behavior: "instant" });
    expect(endInView(drawn.leaves)).toBe(true);
  });
});
