import { afterEach, describe, expect, it, vi } from "vitest";
import type { Block } from "#domain/article.ts";
import { watchScrollers } from "./scrollers.ts";
import { drawArticle, type DrawnArticle } from "./testing.ts";

const CODE: Block = { type: "preformatted", text: "x".repeat(400) };
const TABLE: Block = {
  type: "table",
  caption: [{ text: "Tides by month" }],
  rows: [[{ content: [{ text: "wide".repeat(100) }] }]],
};

let drawn: DrawnArticle;
let stop: () => void;

afterEach(() => {
  stop();
  drawn.remove();
});

/** Draws one block that is wider than the column, scrolling by itself as `styles/prose.css` has it. */
function draw(block: Block): HTMLElement {
  drawn = drawArticle([block]);
  const scroller = drawn.element.querySelector<HTMLElement>(".table-scroller, pre")!;
  Object.assign(scroller.style, { overflowX: "auto", inlineSize: "300px" });
  stop = watchScrollers(drawn.element, (what) => `${what}, scrolls`);
  return scroller;
}

describe("what is wider than the column", () => {
  it("can be reached and scrolled by keyboard, and says what it is", async () => {
    const scroller = draw(CODE);
    await vi.waitFor(() => expect(scroller.tabIndex).toBe(0));
    expect(scroller.role).toBe("region");
    expect(scroller.ariaLabel).toBe("code, scrolls");
  });

  it("is named by its caption where it has one", async () => {
    const scroller = draw(TABLE);
    await vi.waitFor(() => expect(scroller.ariaLabel).toBe("Tides by month"));
  });

  it("is no stop and no region any more once it fits", async () => {
    const scroller = draw(CODE);
    await vi.waitFor(() => expect(scroller.tabIndex).toBe(0));
    scroller.style.inlineSize = "9000px";
    await vi.waitFor(() => expect(scroller.hasAttribute("tabindex")).toBe(false));
    expect(scroller.hasAttribute("role")).toBe(false);
    expect(scroller.hasAttribute("aria-label")).toBe(false);
  });
});
