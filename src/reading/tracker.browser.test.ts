import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Position } from "#domain/position.ts";
import { drawArticle, type DrawnArticle, nextFrame, paragraph } from "./testing.ts";
import { positionInView } from "./place-in-view.ts";
import { trackPosition } from "./tracker.ts";
import { returnToPosition, scrollToPosition } from "./window.ts";

const COUNT = 40;

let drawn: DrawnArticle;
let stop: () => void;
let screenReaderMode: boolean;
/** Lets what finds the place in view arrive. */
let arrive: () => void;
/** False while a voice leads. */
let active: boolean;
let moves: { position: Position; atEnd: boolean }[];

beforeEach(() => {
  screenReaderMode = false;
  arrive = () => {};
  active = true;
  moves = [];
  const blocks = Array.from({ length: COUNT }, (_, i) =>
    paragraph(
      `Boat ${i + 1} `,
      { text: "leans", marks: [{ type: "link", href: "https://example.org/" }] },
      " on the wall.",
    ),
  );
  drawn = drawArticle(blocks);
  drawn.element.style.lineHeight = "3";
  scrollToPosition({ block: 0, offset: 0 });
  stop = trackPosition(drawn.element, {
    leaves: drawn.leaves,
    lang: "en",
    screenReaderMode: () => screenReaderMode,
    active: () => active,
    position: () => moves.at(-1)?.position ?? { block: 0, offset: 0 },
    loadPlaceInView: () => new Promise((resolve) => (arrive = () => resolve({ positionInView }))),
    onMove: (position, atEnd) => moves.push({ position, atEnd }),
  });
});

afterEach(() => {
  stop();
  drawn.remove();
  scrollTo(0, 0);
});

async function scrollDown(to: number): Promise<void> {
  scrollTo({ top: to, behavior: "instant" });
  await nextFrame();
  arrive();
  await nextFrame();
}

const link = (block: number) => drawn.element.querySelector<HTMLElement>(`#b${block} a`)!;

describe("for who reads with the eyes", () => {
  it("the position follows the scrolling, and knows the end", async () => {
    await scrollDown(600);
    expect(moves.at(-1)!.position.block).toBeGreaterThan(2);
    expect(moves.at(-1)!.atEnd).toBe(false);
    await scrollDown(document.documentElement.scrollHeight);
    expect(moves.at(-1)!.atEnd).toBe(true);
  });

  it("a press or the focus on a link moves nothing", () => {
    link(2).focus({ preventScroll: true });
    drawn.element.querySelector<HTMLElement>("#b3")!.click();
    expect(moves).toEqual([]);
  });

  it("text that changes its shape comes back to the place, but not from where the reader has gone meanwhile", async () => {
    const start = { block: 0, offset: 0 };
    scrollTo({ top: 600, behavior: "instant" });
    await nextFrame();
    expect(moves).toEqual([]);
    returnToPosition(start);
    expect(scrollY).toBeCloseTo(600, 0);
    arrive();
    await nextFrame();
    expect(moves.at(-1)!.position.block).toBeGreaterThan(2);
    returnToPosition(start);
    expect(scrollY).toBe(0);
  });

  it("the voice leads while it speaks", async () => {
    active = false;
    await scrollDown(600);
    expect(moves).toEqual([]);
  });
});

describe("in screen-reader mode", () => {
  beforeEach(() => {
    screenReaderMode = true;
  });

  it("scrolling, which a screen reader does for its own reasons, moves nothing", async () => {
    await scrollDown(600);
    expect(moves).toEqual([]);
  });

  it("the position is where the focus or an activation is", () => {
    link(5).focus({ preventScroll: true });
    expect(moves.at(-1)).toEqual({ position: { block: 5, offset: "Boat 6 ".length }, atEnd: false });
    drawn.element.querySelector<HTMLElement>("#b7")!.click();
    expect(moves.at(-1)).toEqual({ position: { block: 7, offset: 0 }, atEnd: false });
  });

  it("the end is the last paragraph", () => {
    drawn.element.querySelector<HTMLElement>(`#b${COUNT - 1}`)!.click();
    expect(moves.at(-1)!.atEnd).toBe(true);
  });

  it("a press on the title is no place in the text", () => {
    drawn.element.querySelector("h1")!.click();
    expect(moves).toEqual([]);
  });
});

it("tells nothing once it is stopped, not even what was on its way", async () => {
  scrollTo({ top: 600, behavior: "instant" });
  stop();
  await nextFrame();
  await nextFrame();
  expect(moves).toEqual([]);
});
