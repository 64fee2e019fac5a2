import { describe, expect, it } from "vitest";
import { cleanByline } from "./byline.ts";
import { dayOf } from "./dates.ts";
import { cleanTitle, plain } from "./title.ts";

describe("a title", () => {
  const title = (window: string, more: { headings?: string[]; site?: string; said?: string[]; host?: string } = {}) =>
    cleanTitle({ said: [], headings: [], site: undefined, host: undefined, window, ...more });

  it.each([
    ["The quiet harbour | The Example", { site: "The Example" }, "The quiet harbour"],
    ["The Example: The quiet harbour", { headings: ["The quiet harbour"] }, "The quiet harbour"],
    [
      "The quiet harbour – News – The Example",
      { headings: ["The quiet harbour"], site: "The Example" },
      "The quiet harbour",
    ],
    ["The quiet harbour - example.org", { host: "www.example.org" }, "The quiet harbour"],
    ["A boat - a long one - in the harbour", {}, "A boat - a long one - in the harbour"],
    ["The Example", { site: "The Example", headings: ["The quiet harbour"] }, "The quiet harbour"],
    ["港の朝 | 海の新聞", { headings: ["港の朝"] }, "港の朝"],
    ["港の朝｜海の新聞", {}, "港の朝"],
    ["Salt | Roads", {}, "Salt | Roads"],
    ["Tidal Bore - A Free Encyclopaedia of Water", { headings: ["Tidal Bore"] }, "Tidal Bore"],
    ["Harbours: how a quiet one was saved", { headings: ["Harbours"] }, "Harbours: how a quiet one was saved"],
    ["静かな港｜例新聞", { headings: ["例新聞", "静かな港"], site: "例新聞" }, "静かな港"],
  ])("%j with %j is %j", (window, more, expected) => {
    expect(title(window, more)).toBe(expected);
  });

  it("is what the page says first, where its headings say something else", () => {
    expect(title("x", { said: ["The quiet harbour"], headings: ["Welcome", "Menu"] })).toBe("The quiet harbour");
  });

  it("is compared without signs and capitals", () => {
    expect(plain("“The Quiet Harbour” — today!")).toBe("the quiet harbour today");
  });
});

describe("a byline", () => {
  it.each([
    ["By Ada Brown", "Ada Brown"],
    ["by ADA BROWN, Senior Writer", "ADA BROWN"],
    ["Written by Ada Brown | March 3, 2024", "Ada Brown"],
    ["Von Ada Brown · 5 Min", "Ada Brown"],
    ["Ada Brown and Bo Lind, published 3 March 2024", "Ada Brown and Bo Lind"],
    ["Ada Brown March 3, 2024", "Ada Brown"],
    ["Par Ada Brown, le 3 mars 2024", "Ada Brown"],
    ["作者：王小明", "王小明"],
    ["Byron Lee", "Byron Lee"],
    ["ada@example.org", undefined],
    ["admin", undefined],
    ["The Example", undefined],
    ["3 March 2024", undefined],
    ["", undefined],
  ])("%j is by %j", (said, expected) => {
    expect(cleanByline(said, "The Example")).toBe(expected);
  });
});

describe("a date", () => {
  it.each([
    ["2024-03-03T22:10:00-08:00", "2024-03-03"],
    ["2024-03-03", "2024-03-03"],
    ["20240303", "2024-03-03"],
    ["2024/3/3", "2024-03-03"],
    ["2024年3月3日", "2024-03-03"],
    ["March 3rd, 2024 at 10:15 pm", "2024-03-03"],
    ["Sun, 03 Mar 2024 10:15:00", "2024-03-03"],
    ["03/04/2024", undefined],
    ["2024-02-31", undefined],
    ["yesterday", undefined],
    ["0001-01-01", undefined],
    ["", undefined],
  ])("%j is the day %j", (said, expected) => {
    expect(dayOf(said)).toBe(expected);
  });
});
