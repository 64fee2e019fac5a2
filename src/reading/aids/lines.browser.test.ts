import { afterEach, describe, expect, it } from "vitest";
import { createSidewaysFlow } from "../pages/sideways-flow.ts";
import { drawArticle, type DrawnArticle, paragraph } from "../testing.ts";
import { setFlow } from "../window.ts";
import { measureSteps } from "./cursor.ts";
import { flowAxis } from "./flow-axis.ts";
import { textBlocks } from "./text-blocks.ts";

let drawn: DrawnArticle;

afterEach(() => {
  setFlow();
  drawn.remove();
});

/** Ten words of four letters, one a line. */
const TEN = "boat sail wind rope deck mast keel helm tide wave";

function draw(blocks: Parameters<typeof drawArticle>[0], style: string): DrawnArticle {
  drawn = drawArticle(blocks);
  drawn.element.style.cssText = `font: 20px/1.5 monospace; overflow-wrap: normal; ${style}`;
  return drawn;
}

function steps(focus: Parameters<typeof measureSteps>[1]) {
  return measureSteps(textBlocks(drawn.element, drawn.leaves), focus, "en", flowAxis);
}

/** The block of the first leaf, after title and date. */
const first = () => textBlocks(drawn.element, drawn.leaves).findIndex(({ leaf }) => leaf?.number === 0);

describe("the lines of a paragraph", () => {
  it.each([
    ["from left to right", ""],
    ["from right to left", "direction: rtl;"],
    ["in columns", "writing-mode: vertical-rl; block-size: 600px;"],
    ["set so tight that they overlap", "line-height: 0.9;"],
  ])("are found, %s", (_, style) => {
    draw([paragraph(TEN)], `inline-size: 5ch; ${style}`);
    if (style.includes("vertical")) setFlow(createSidewaysFlow(drawn.element));
    const all = steps("1");
    const lines = all.around({ block: first(), step: 0 }, 9).filter(({ block }) => block === first());
    expect(lines).toHaveLength(10);
    const [one, two] = [all.at(lines[0]!)[0]!, all.at(lines[1]!)[0]!];
    expect(two.start).toBeGreaterThan(one.start);
    expect(all.meeting((two.start + two.end) / 2)).toEqual({ block: first(), step: 1 });
  });

  it("take what is raised, smaller or of another font with them", () => {
    const code = { text: "rope", marks: [{ type: "code" as const }] };
    const raised = { text: "2", marks: [{ type: "superscript" as const }] };
    draw([paragraph("boat", raised, " ", code, " wind")], "inline-size: 60ch");
    expect(
      steps("1")
        .around({ block: first(), step: 0 }, 3)
        .filter(({ block }) => block === first()),
    ).toHaveLength(1);
  });

  it("touch each other, with half of the leading at either edge", () => {
    draw([paragraph(TEN)], "inline-size: 5ch");
    const all = steps("1");
    for (let step = 0; step < 9; step++) {
      const [line, next] = [all.at({ block: first(), step })[0]!, all.at({ block: first(), step: step + 1 })[0]!];
      expect(next.start).toBeCloseTo(line.end, 0);
    }
  });
});

describe("a step", () => {
  it("goes on in the next paragraph, and stops at the end", () => {
    draw([paragraph("One."), paragraph("Two.")], "inline-size: 60ch");
    const all = steps("1");
    const second = all.move({ block: first(), step: 0 }, 1);
    expect(second).toEqual({ block: first() + 1, step: 0 });
    expect(all.move(second, 5)).toEqual(second);
  });

  it("is a whole sentence where that is wanted, and the voice's place is found", () => {
    draw([paragraph("The boat is here. The sail is torn. The wind is up.")], "inline-size: 60ch");
    const all = steps("sentence");
    expect(all.of(0, { start: 18, end: 35 }, "en")).toEqual({ block: first(), step: 1 });
    expect(all.at({ block: first(), step: 1 })).toHaveLength(1);
    const [one, two] = [0, 1].map((step) => all.at({ block: first(), step })[0]!);
    expect(two!.from).toBeGreaterThanOrEqual(one!.to - 1);
  });

  it("takes the cells of a row together", () => {
    const row = ["boat", "sail wind rope"].map((text) => ({ content: [{ text }] }));
    draw([{ type: "table", rows: [row, row] }], "inline-size: 60ch");
    const all = steps("1");
    const blocks = textBlocks(drawn.element, drawn.leaves).filter(({ element }) => element.localName === "tr");
    expect(blocks).toHaveLength(2);
    expect(all.of(1, { start: 5, end: 9 }, "en")).toEqual(all.of(0, { start: 0, end: 4 }, "en"));
  });
});
