import { describe, expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import type { Look, Page, Run } from "./page.ts";
import { toArticles } from "./to-articles.ts";

const PLAIN: Look = { bold: false, italic: false, mono: false };
const HEIGHT = 800;

interface Place {
  y: number;
  x?: number;
  size?: number;
}

const line = (text: string, { x = 60, y, size = 10 }: Place): Run => ({
  text,
  x,
  y,
  size,
  look: PLAIN,
  width: text.length * size * 0.5,
  rtl: false,
});
const page = (...runs: Run[]): Page => ({ width: 600, height: HEIGHT, runs, links: [], figures: [] });

/** Lines of a text that fills its page from edge to edge, each another. */
const body = (number: number, { from = 60, to = 740 } = {}) =>
  Array.from({ length: Math.floor((to - from) / 12) + 1 }, (_, index) =>
    line(`In the year ${number * 100 + index} the keeper of the light counted all of the boats that came and`, {
      y: from + index * 12,
    }),
  );

const textsOf = (pages: Page[]) =>
  leavesOf({ blocks: toArticles({ pages, outline: [], info: {}, name: "file" })[0]!.blocks as Block[] }).map(
    ({ text }) => text,
  );
const wholeOf = (pages: Page[]) => textsOf(pages).join("\n");
const count = (text: string, part: string) => text.split(part).length - 1;

describe("what is printed around the pages", () => {
  it("is not a line of the text that some pages happen to share at their edge", () => {
    const pages = Array.from({ length: 10 }, (_, number) => {
      const lines = body(number);
      const last = number === 3 || number === 5 ? "He did not answer." : `He answered ${number ** 2 * 2 + 5} of them.`;
      const first =
        number === 6 || number === 7 ? "Nobody was there." : `Somebody was there ${"again ".repeat(number)}.`;
      return page(line(first, { y: 48 }), ...lines, line(last, { y: 744 }));
    });
    const text = wholeOf(pages);
    expect(count(text, "He did not answer.")).toBe(2);
    expect(count(text, "Nobody was there.")).toBe(2);
  });

  it("is not a short paragraph of its own that two pages end with", () => {
    const pages = Array.from({ length: 8 }, (_, number) =>
      number === 2 || number === 4
        ? page(...body(number, { to: 716 }), line("He did not answer.", { y: 752 }))
        : page(...body(number, { to: 752 })),
    );
    expect(count(wholeOf(pages), "He did not answer.")).toBe(2);
  });

  it("is not a row of numbers that counts nothing, nor a short note", () => {
    const pages = Array.from({ length: 6 }, (_, number) =>
      page(
        ...body(number, { to: 700 }),
        line(`${number * 3 + 7} Ibid., p. ${number ** 2 + 12}.`, { y: 735, size: 8 }),
        line(`${number * 7} ${number ** 2} ${100 - number * 3}`, { y: 752 }),
      ),
    );
    const text = wholeOf(pages);
    expect(count(text, "Ibid., p.")).toBe(6);
    expect(text).toContain("35 25 85");
  });

  it("is not the heading that two slides have", () => {
    const titles = ["Nets", "An example", "Ropes", "An example", "Salt", "Lamps"];
    const pages = titles.map((title, number) => page(line(title, { y: 70, size: 24 }), ...body(number, { from: 200 })));
    expect(count(wholeOf(pages), "An example")).toBe(2);
  });

  it("is the title at the left and the chapter at the right, with the pages' numbers in them", () => {
    const chapters = ["Spring", "Summer", "Autumn"];
    const pages = Array.from({ length: 13 }, (_, number) => {
      const head =
        number % 2 === 0
          ? line(`${number + 17} The Light Keeper`, { y: 40, size: 8 })
          : line(`${chapters[Math.floor(number / 5)]} ${number + 17}`, { y: 41, x: 480, size: 8 });
      return page(head, ...body(number, { from: 70 }));
    });
    const text = wholeOf(pages);
    expect(text).not.toContain("The Light Keeper");
    expect(text).not.toMatch(/Spring|Summer|Autumn/);
    expect(count(text, "In the year")).toBe(13 * 56);
  });

  it("is what most of many pages have, though it stands close to the text", () => {
    const pages = Array.from({ length: 8 }, (_, number) =>
      page(line("A study of harbours", { y: 48, x: 250 }), ...body(number)),
    );
    expect(wholeOf(pages)).not.toContain("A study of harbours");
  });

  it("is a head of two lines, and the name of the file under each page", () => {
    const pages = Array.from({ length: 3 }, (_, number) =>
      page(
        line("The journal of harbours", { y: 36, size: 8 }),
        line("Volume 12, 2019", { y: 46, size: 8 }),
        ...body(number, { from: 90, to: 700 }),
        line(`light-keeper.tex, page ${number + 1} of 3`, { y: 770, size: 8 }),
      ),
    );
    expect(wholeOf(pages)).not.toMatch(/journal|Volume|tex/);
  });

  it("is no sentence that goes on, though every page begins with it", () => {
    const pages = Array.from({ length: 6 }, (_, number) =>
      page(
        line(`In the year ${number + 1800} the keeper of the light counted all of the boats that came and wrote`, {
          y: 48,
        }),
        line("down in his book what they had in their nets.", { y: 60 }),
        ...body(number, { from: 84 }),
      ),
    );
    expect(count(wholeOf(pages), "wrote down in his book")).toBe(6);
  });

  it("on two pages is only what stands well apart on both", () => {
    const pages = [0, 1].map((number) =>
      page(
        line("A study of harbours", { y: 30, size: 8 }),
        ...body(number, { from: 80, to: 716 }),
        line("So it went.", { y: 740 }),
      ),
    );
    const text = wholeOf(pages);
    expect(text).not.toContain("A study of harbours");
    expect(count(text, "So it went.")).toBe(2);
  });
});
