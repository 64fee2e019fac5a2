import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFollower, type Follower } from "./follow.ts";
import { drawArticle, type DrawnArticle, nextFrame, paragraph } from "./testing.ts";
import { firstLine, visibleBand } from "./window.ts";

let drawn: DrawnArticle;
let follower: Follower;
let speaking: boolean;
/** What was told of following, in order. */
let told: boolean[];

beforeEach(() => {
  // Without motion a scroll is over when it has been asked for.
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  speaking = true;
  told = [];
  drawn = drawArticle(Array.from({ length: 40 }, (_, i) => paragraph(`Boat ${i + 1} leans on the wall.`)));
  drawn.element.style.lineHeight = "3";
  scrollTo({ top: 0, behavior: "instant" });
  follower = createFollower(
    () => speaking,
    (following) => told.push(following),
  );
});

afterEach(() => {
  follower.dispose();
  drawn.remove();
  document.documentElement.removeAttribute("style");
  vi.unstubAllGlobals();
});

const sentence = (block: number) => ({ block, offset: 0 });

/** Where a sentence stands in the part of the window that nothing covers: 0 at its top, 1 at its foot. */
function heightOf(block: number): number {
  const { top, bottom } = visibleBand();
  return (firstLine(sentence(block))!.top - top) / (bottom - top);
}

/** The keyboard, with the focus on this element. */
function press(key: string, target: Element = document.body): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}

describe("following the voice", () => {
  it("brings what is out of sight into the upper part of the window", () => {
    follower.moveTo(sentence(20));
    expect(heightOf(20)).toBeCloseTo(0.25, 1);
  });

  it("leaves the page alone while the sentence stands where it can be read", () => {
    follower.moveTo(sentence(20));
    const before = scrollY;
    follower.moveTo(sentence(21));
    expect(scrollY).toBe(before);
  });

  it("measures nothing for the words of a sentence, until something has moved", async () => {
    follower.moveTo(sentence(20), 10);
    await nextFrame();
    await nextFrame();
    follower.moveTo(sentence(20), 10);
    const measure = vi.spyOn(Range.prototype, "getClientRects");
    follower.moveTo(sentence(20), 10);
    follower.moveTo(sentence(20), 10);
    expect(measure).not.toHaveBeenCalled();
    drawn.element.style.paddingTop = "4000px";
    await nextFrame();
    await nextFrame();
    follower.moveTo(sentence(20), 10);
    expect(measure).toHaveBeenCalled();
    expect(heightOf(20)).toBeCloseTo(0.25, 1);
    measure.mockRestore();
  });

  it("reckons with the bars that cover the edges", () => {
    document.documentElement.style.setProperty("--covered-end", `${innerHeight / 2}px`);
    follower.moveTo(sentence(20));
    expect(firstLine(sentence(20))!.bottom).toBeLessThan(innerHeight / 2);
  });
});

describe("lets go, and the page stays where it is, when the reader", () => {
  it.each([
    ["turns the wheel", () => dispatchEvent(new WheelEvent("wheel"))],
    ["drags the text", () => drawn.element.dispatchEvent(new Event("touchmove", { bubbles: true }))],
    ["drags the scroll bar", () => document.documentElement.dispatchEvent(new Event("pointerdown", { bubbles: true }))],
    ["presses Page Down", () => press("PageDown")],
    ["presses the space bar", () => press(" ")],
  ])("%s", (_, act) => {
    follower.moveTo(sentence(3));
    act();
    expect(told).toEqual([false]);
    follower.moveTo(sentence(30));
    expect(scrollY).toBe(0);
    act();
    expect(told, "told once").toEqual([false]);
  });
});

describe("holds on when", () => {
  it.each([
    ["the page scrolls by itself", () => dispatchEvent(new Event("scroll"))],
    ["a key does not scroll", () => press("Shift")],
  ])("%s", (_, act) => {
    follower.moveTo(sentence(3));
    act();
    expect(told).toEqual([]);
  });

  it.each([
    ["presses a button with the space bar", "button", (target: Element) => press(" ", target)],
    ["moves a slider with the arrow keys", "input", (target: Element) => press("ArrowUp", target)],
    ["drags a slider", "input", (target: Element) => target.dispatchEvent(new Event("touchmove", { bubbles: true }))],
  ])("the reader %s", (_, name, act) => {
    const control = document.createElement(name);
    document.body.append(control);
    follower.moveTo(sentence(3));
    act(control);
    control.remove();
    expect(told).toEqual([]);
  });

  it("nothing speaks yet", () => {
    speaking = false;
    dispatchEvent(new WheelEvent("wheel"));
    expect(told).toEqual([]);
  });
});

describe("coming back to the voice", () => {
  it("goes to where it is now, and follows again", () => {
    follower.moveTo(sentence(3));
    press("End");
    follower.moveTo(sentence(20));
    follower.resume();
    expect(told).toEqual([false, true]);
    expect(heightOf(20)).toBeCloseTo(0.25, 1);
    follower.moveTo(sentence(35));
    expect(heightOf(35)).toBeGreaterThan(0);
    expect(heightOf(35)).toBeLessThan(0.8);
  });

  it("goes to the head of the article while the title is read", () => {
    press("End");
    scrollTo({ top: 800, behavior: "instant" });
    follower.resume();
    expect(scrollY).toBe(0);
  });
});

it("does nothing more once it is disposed of", () => {
  follower.moveTo(sentence(3));
  follower.dispose();
  dispatchEvent(new WheelEvent("wheel"));
  press("PageDown");
  expect(told).toEqual([]);
});
