import { describe, expect, it } from "vitest";
import { importText } from "./plain-text.ts";
import { linesOverText } from "./page-top.ts";

const PROSE =
  "The tide was lower than anyone here remembers, and for two days the old wall stood dry from end to end, so that children walked along its foot.";
const MORE = "Nobody had expected it. The tables that hang in the harbour office are printed a year ahead.";
const COOKIES = "We use cookies to make this site work and to see how it is used.";
const BOX = [COOKIES, "Accept all", "Reject"];
const MENU = ["Home", "News", "Sport"];
const ARTICLE = ["The tides of June", "By Ada Brown", "3 June 2026", PROSE, MORE];

describe("the top of a page that was copied as a whole", () => {
  it.each<[string, string[]]>([
    ["a box and a menu", [...BOX, ...MENU]],
    ["a menu and a box", [...MENU, ...BOX]],
    [
      "a box with a heading",
      ["Your privacy", COOKIES, "Our partners do so too, if you consent.", "Accept", "Manage options"],
    ],
    ["a box in German", ["Wir verwenden Cookies, um diese Seite zu verbessern.", "Alle akzeptieren", "Ablehnen"]],
    ["a box in French", ["Ce site utilise des cookies.", "Tout accepter", "Continuer sans accepter"]],
    ["a box in Japanese", ["このサイトではクッキーを使用しています。", "すべて受け入れる", "拒否"]],
    ["a menu with parts of its own", ["Skip to content", "Home", "Harbours", "The islands", "Boats", "About us"]],
    ["a menu on one line", ["Home | News | Harbours | Boats"]],
    ["a menu, and buttons", [...MENU, "Subscribe", "Log in", "Share"]],
  ])("has %s over the title, which are kept apart", (_, top) => {
    for (const between of ["\n", "\n\n"]) {
      const { title, byline, published, blocks, related } = importText([...top, ...ARTICLE].join(between));
      expect({ title, byline, published }).toEqual({
        title: "The tides of June",
        byline: "Ada Brown",
        published: "2026-06-03",
      });
      expect(blocks).toEqual([PROSE, MORE].map((text) => ({ type: "paragraph", content: [{ text }] })));
      expect(related.map((one) => one.title)).toEqual(top);
    }
  });

  it.each<[string, string[]]>([
    ["an article", ARTICLE],
    ["one about cookies", ["How we use cookies", COOKIES, PROSE, "Accept all", MORE]],
    ["one that begins with cookies", [COOKIES, PROSE, MORE]],
    ["a title under a section", ["News", "Sport", ...ARTICLE]],
    [
      "a poem over its author",
      ["The sea is low", "The wall is dry", "The children go", "And so do I", "By Ada Brown", PROSE],
    ],
    ["a poem about home", ["Home", "The wall is dry", "The children go", "And so do I"]],
    ["a list", ["Home", "News", "Sport", "Culture", "Travel"]],
    ["a list with a heading over prose", ["To pack", "Bread", "Cheese", "Apples", "A good knife", PROSE]],
    ["parts of a text", ["Home", PROSE, "News", MORE, "Sport", PROSE]],
    ["a menu alone", [...BOX, ...MENU]],
  ])("has nothing over %s", (_, lines) => {
    expect(linesOverText(lines)).toBe(0);
  });
});
