import { expect, it } from "vitest";
import { textOf } from "#domain/text.ts";
import { importEntry } from "./entry.ts";

const FIRST = "The tide comes in twice a day, and the people of the harbour set their clocks by it.";
const TEXT = `<p>${FIRST}</p><p>Nobody asks it to.</p>`;
const of = (more: object, html = TEXT) => importEntry({ kind: "entry", title: "Tides", html, ...more }, undefined);

it.each([
  ["the beginning of its text", { summary: FIRST }],
  ["the beginning of its text, cut off", { summary: "The tide comes in twice a day, and the people…" }],
  ["a teaser", { summary: "What the moon does […] Continue reading", teaser: true as const }],
  ["its title", { summary: "TIDES" }],
])("an entry does not begin with %s before its text", async (_, said) => {
  expect((await of(said)).summary).toBeUndefined();
});

it("an entry keeps a summary of its own", async () => {
  expect((await of({ summary: "What the moon has to do with it." })).summary).toBe("What the moon has to do with it.");
});

it("an entry ends where its text does, and not with where it first appeared", async () => {
  const last = `<p>The post <a href="https://tides.example/3">Entry 3</a> appeared first on <a href="https://tides.example/">Tide Notes</a>.</p>`;
  const { blocks } = await of({}, TEXT + last);
  expect(blocks.map((block) => block.type === "paragraph" && textOf(block.content))).toEqual([
    FIRST,
    "Nobody asks it to.",
  ]);
  const said = "The post boats appeared first on maps of the harbour.";
  expect((await of({}, `${TEXT}<p>${said}</p>`)).blocks).toHaveLength(3);
});
