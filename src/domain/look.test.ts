import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
