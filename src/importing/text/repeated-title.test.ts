import { describe, expect, it } from "vitest";
import { textOf } from "#domain/text.ts";
import { importText } from "./plain-text.ts";
import { repeatedTitle } from "./repeated-title.ts";

describe("the first lines say the title once more", () => {
  it.each([
    ["The tides of June", ["The tides of June", "The tide"], "The tides of June", 1],
    ["THE TIDES OF JUNE!", ["The tides of June", ""], "The tides of June", 1],
    ["The tides of June – The Letter", ["The tides of June"], "The tides of June", 1],
    ["The Letter | The tides of June", ["The tides of June"], "The tides of June", 1],
    [
      "The long tides – and short ones – of June | The Letter",
      ["The long tides – and short ones – of June"],
      undefined,
      1,
    ],
    ["The tides of June in the harbour", ["The tides of June", "in the harbour", ""], undefined, 2],
    ["The tides of June in the harb…", ["The tides of June in the harbour"], undefined, 1],
    ["六月の潮｜港だより", ["六月の潮", ""], "六月の潮", 1],
  ])("%j", (title, lines, said, count) => {
    expect(repeatedTitle(title, lines)).toEqual({ title: said ?? lines.slice(0, count).join(" "), lines: count });
  });

  it.each([
    ["The tides of June", ["The tides of July"]],
    ["The tides of June", ["The tides of June were low."]],
    ["The tides of June – The Letter", ["The Letter", "The tides of June"]],
    ["The tide comes in twice a day…", ["The tide comes in twice a day, and we know."]],
    ["The tides", ["", "The tides"]],
    ["…", ["…"]],
    ["", ["", ""]],
  ])("%j: not in %j", (title, lines) => {
    expect(repeatedTitle(title, lines)).toBeUndefined();
  });
});

const BODY =
  "The tide comes in twice a day, and all who live here know when it does.\n\nThe harbour sets its clocks by it.";

describe("a text that comes with a title", () => {
  it("has neither its headline nor what stands under that in its body", () => {
    const text = `The tides of June\nBy Ada Brown\n21 June 2026\n\n${BODY}`;
    const { title, byline, published, blocks } = importText(text, "The tides of June – The Harbour Letter");
    expect({ title, byline, published }).toEqual({
      title: "The tides of June",
      byline: "Ada Brown",
      published: "2026-06-21",
    });
    expect(blocks.map((block) => block.type === "paragraph" && textOf(block.content))).toEqual(BODY.split("\n\n"));
  });

  it("has that title where it says another, and author and date all the same", () => {
    const { title, byline, blocks } = importText(`By Ada Brown, 21 June 2026\n\n${BODY}`, "Why the water was low.");
    expect([title, byline, blocks.length]).toEqual(["Why the water was low.", "Ada Brown", 2]);
  });

  it("that is all there is keeps it", () => {
    expect(importText("The tides of June", "The tides of June").blocks).toHaveLength(1);
  });
});

it("a verse that begins with the same short line twice has both", () => {
  const { blocks } = importText("Ebb, ebb\n\nEbb, ebb\n\nAnd the long grey flood comes over the stones again.");
  expect(JSON.stringify(blocks)).toContain("Ebb, ebb");
});
