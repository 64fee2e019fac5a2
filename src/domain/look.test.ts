import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, luminance } from "./contrast.ts";
import { LOOK_ATTRIBUTES } from "./look-names.ts";
import { lookOf } from "./look.ts";
import { ALIGNMENTS, FONTS, LAYOUTS, STOPS, THEMES } from "./settings.ts";

describe("a look", () => {
  it("is nothing where nothing was chosen: the style sheet has the defaults", () => {
    expect(lookOf({})).toEqual({ attributes: {}, properties: {} });
    expect(lookOf({ rate: 2, voices: {}, onlineVoices: true })).toEqual({ attributes: {}, properties: {} });
  });

  it("is in the units of the style sheet", () => {
    expect(
      lookOf({
        theme: "dark",
        font: "sans",
        size: 24,
        lineSpacing: 2,
        paragraphSpacing: 1.5,
        indent: 1,
        width: 40,
        weight: 500,
        letterSpacing: 0.12,
        wordSpacing: 0.3,
        align: "justify",
        hyphens: true,
        screenReaderMode: true,
      }),
    ).toEqual({
      attributes: {
        "data-theme": "dark",
        "data-font": "sans",
        "data-align": "justify",
        "data-hyphens": "",
        "data-screen-reader": "",
      },
      properties: {
        "--text-size": "1.5rem",
        "--text-line": "2",
        "--text-flow": "1.5em",
        "--text-indent": "1em",
        "--text-width": "40",
        "--text-weight": "500",
        "--text-letter": "0.12em",
        "--text-word": "0.3em",
      },
      paper: "#17181a",
    });
  });

  it("names what was chosen even where it is the default: a script may have another", () => {
    expect(lookOf({ lineSpacing: 1.6 }).properties).toEqual({ "--text-line": "1.6" });
  });

  it("spaces words with letters", () => {
    expect(lookOf({ letterSpacing: 0.1 }).properties).toEqual({ "--text-letter": "0.1em", "--text-word": "0.2em" });
  });

  it("has colours of the reader's own, and ink that can be read on the mark", () => {
    const look = lookOf({
      theme: "own",
      ownColors: { ink: "#eeeeee", paper: "#102030", link: "#ffff00", mark: "#004400" },
    });
    expect(look.paper).toBe("#102030");
    expect(look.attributes).toEqual({ "data-theme": "own", "data-scheme": "dark" });
    expect(look.properties["--own-mark-ink"]).toBe("#ffffff");
  });

  it("has ink that can be read for bars and sheets, whatever colours the reader takes for the text", () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(fc.record({ ink: colour, paper: colour, link: colour, mark: colour }), (ownColors) => {
        const { attributes, properties } = lookOf({ theme: "own", ownColors });
        const { ink, paper, link } = ownColors;
        const barInk = properties["--own-bar-ink"] ?? ink;
        expect(contrast(barInk, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(properties["--own-bar-link"] ?? link, paper)).toBeGreaterThanOrEqual(4.5);
        expect(attributes["data-scheme"]).toBe(luminance(paper) < luminance(barInk) ? "dark" : "light");
        // A pair that can be read is the reader's everywhere.
        if (contrast(ink, paper) >= 4.5) expect(barInk).toBe(ink);
        const tint = properties["--own-tint"]!;
        for (const text of [ink, link])
          expect(contrast(text, tint)).toBeGreaterThanOrEqual(
            Math.min(4.5, contrast(ink, paper), contrast(link, paper)),
          );
      }),
    );
  });

  it("tints lines in colours of the reader's own so that it is seen, and read as well as before", () => {
    for (const [ink, paper, seen] of [
      ["#1d1c1a", "#fbfaf7", 1.3],
      ["#eeeeee", "#102030", 1.3],
      // Just enough: no room towards the ink.
      ["#6b6b6b", "#e8e8e8", 1.1],
    ] as const) {
      const { properties } = lookOf({ theme: "own", ownColors: { ink, paper, link: ink, mark: "#fff0b8" } });
      const tint = properties["--own-tint"]!;
      expect(contrast(tint, paper), ink).toBeGreaterThanOrEqual(seen);
      expect(contrast(ink, tint), ink).toBeGreaterThanOrEqual(Math.min(4.5, contrast(ink, paper)));
    }
  });

  it("has names by which it is found and taken away again", () => {
    const any = fc.record(
      {
        theme: fc.constantFrom(...THEMES),
        size: fc.constantFrom(...STOPS.size),
        weight: fc.constantFrom(...STOPS.weight),
        vertical: fc.boolean(),
        lineTint: fc.boolean(),
        screenReaderMode: fc.boolean(),
        font: fc.constantFrom(...FONTS),
        align: fc.constantFrom(...ALIGNMENTS),
        hyphens: fc.boolean(),
        layout: fc.constantFrom(...LAYOUTS),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(any, (preferences) => {
        const { attributes, properties } = lookOf(preferences);
        for (const name of Object.keys(attributes)) expect(LOOK_ATTRIBUTES).toContain(name);
        for (const name of Object.keys(properties)) expect(name).toMatch(/^--(text|own)-[a-z-]+$/);
      }),
    );
  });
});
