import { describe, expect, it } from "vitest";
import { contrast } from "#domain/contrast.ts";
import { PAPER } from "#domain/theme-colors.ts";
import { THEMES } from "#domain/settings.ts";
import indexHtml from "../../index.html?raw";
import aids from "./aids.css?raw";
import print from "./print.css?raw";
import prose from "./prose.css?raw";
import { colour, LOOKS, mix, theme } from "./testing.ts";

const TEXT: readonly [ink: string, on: string][] = [
  ["ink", "paper"],
  ["ink", "paper-raised"],
  ["ink-quiet", "paper"],
  ["ink-quiet", "paper-raised"],
  ["accent", "paper"],
  ["accent", "paper-raised"],
  ["on-accent", "accent"],
];

const EDGES: readonly [edge: string, on: string][] = [
  ["edge", "paper"],
  ["edge", "paper-raised"],
  ["focus", "paper"],
  ["focus", "paper-raised"],
  ["accent", "paper"],
  ["accent", "paper-raised"],
];

const SPOKEN: readonly [ink: string, on: string][] = [
  ["sentence-ink", "sentence"],
  ["word-ink", "word"],
  ["word-line", "word"],
];

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

describe.each(Object.entries(LOOKS))("the colours of %s", (_, look) => {
  const ratio = ([a, b]: readonly [string, string]) => contrast(colour(look, a), colour(look, b));

  it.each(TEXT)("set %s at least 7:1 on %s", (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(7);
  });

  it.each(EDGES)("draw %s at least 3:1 on %s", (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3);
  });

  it.each(SPOKEN)("paint %s at least 4.5:1 on %s", (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("the colour of the browser's own bars", () => {
  it.each(Object.entries(PAPER))("is the paper of the page in %s", (name, paper) => {
    expect(paper).toBe(colour(LOOKS[name]!, "paper"));
  });

  it.each(["light", "dark"] as const)("is right before any script has run, in %s", (scheme) => {
    const meta = new RegExp(
      `<meta name="theme-color" content="(.+?)" media="\\(prefers-color-scheme: ${scheme}\\)" ?/?>`,
    );
    expect(meta.exec(indexHtml)?.[1]).toBe(PAPER[scheme]);
  });
});

it("says which scheme a theme belongs to, so that the browser's own controls follow", () => {
  for (const [name, scheme] of [
    ["light", "light"],
    ["dark", "dark"],
    ["sepia", "light"],
    ["grey", "light"],
    ["black", "dark"],
    ["contrast-light", "light"],
    ["contrast", "dark"],
  ] as const)
    expect(theme(name).get("color-scheme"), name).toBe(scheme);
});

/** The rule's body, without the comments. */
function ruleOf(file: string, selector: string): string {
  const plain = file.replace(/\/\*[^]*?\*\//g, "");
  const start = plain.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`There is no ${selector}.`);
  return plain.slice(start, plain.indexOf("}", start));
}

it("covers every theme there is", () => {
  // "own" is made of the reader's own four, which the settings measure while they are chosen (`OwnColours.tsx`).
  for (const name of THEMES.filter((each) => each !== "automatic" && each !== "own"))
    expect(Object.keys(LOOKS), name).toContain(name);
});

/** So much ink is in a tinted line. */
function shareOf(look: (typeof LOOKS)[string]): number {
  return Number.parseFloat(look.rules.findLast((tokens) => tokens.has("--tint"))!.get("--tint")!) / 100;
}

describe.each(Object.entries(LOOKS))("tinted lines and marked syllables in %s", (name, look) => {
  const paper = colour(look, "paper");
  const tinted = mix(colour(look, "ink"), paper, shareOf(look));

  it("are seen", () => {
    expect(contrast(tinted, paper)).toBeGreaterThanOrEqual(name.startsWith("contrast") ? 1.5 : 1.3);
    expect(contrast(colour(look, "edge"), paper)).toBeGreaterThanOrEqual(3);
  });

  it("leave the text at 7:1, links as well", () => {
    // What is quiet is in full ink there.
    expect(ruleOf(aids, ':root[data-line-tint] #article :is(.notes li, p[id^="b"]:not(.notes p))')).toContain(
      "--ink-quiet: var(--ink)",
    );
    for (const text of ["ink", "accent"] as const)
      expect(contrast(colour(look, text), tinted), text).toBeGreaterThanOrEqual(7);
  });

  it("are told apart: the strip under a syllable stands out in a tinted line, and in a sentence that is read aloud", () => {
    expect(ruleOf(aids, "::highlight(syllable)")).toContain("var(--edge)");
    expect(ruleOf(aids, "::highlight(syllable)")).not.toContain("background");
    for (const ground of [tinted, colour(look, "sentence")])
      expect(contrast(colour(look, "edge"), ground)).toBeGreaterThanOrEqual(2);
  });
});

describe.each(Object.entries(LOOKS))("over and around the text of %s", (_, look) => {
  it("what the voice has come to is told from the text beside it by more than its hue", () => {
    // The word has a line under it as well, so that it is found where colours are not told apart.
    expect(contrast(colour(look, "word"), colour(look, "sentence"))).toBeGreaterThanOrEqual(1.15);
    expect(contrast(colour(look, "word-line"), colour(look, "word"))).toBeGreaterThanOrEqual(3);
  });

  it("the ruler, and the frame around what has the focus, stand out from paper and text", () => {
    for (const token of ["accent", "focus"] as const)
      for (const paper of ["paper", "paper-raised"] as const)
        expect(contrast(colour(look, token), colour(look, paper)), `${token} on ${paper}`).toBeGreaterThanOrEqual(3);
  });

  it("text that the line focus dims is faint, and still to be found", () => {
    const veil = /color-mix\(in srgb, var\(--paper\) (\d+)%, transparent\)/.exec(ruleOf(aids, ".reading-veil"))?.[1];
    const paper = colour(look, "paper");
    const dimmed = mix(paper, colour(look, "ink"), Number(veil) / 100);
    expect(contrast(dimmed, paper)).toBeGreaterThanOrEqual(1.3);
    expect(contrast(dimmed, paper)).toBeLessThan(contrast(colour(look, "ink"), paper) / 2);
  });
});

it("gives text within a highlight the highlight's own ink, links and captions as well", () => {
  expect(ruleOf(prose, "::highlight(sentence)")).toContain("color: var(--sentence-ink)");
  expect(ruleOf(prose, "::highlight(word)")).toContain("color: var(--word-ink)");
});

it("prints every colour of text at 7:1 on white, and every edge at 3:1", () => {
  const token = (name: string) => new RegExp(`--${name}: (#[\\da-f]{6})`).exec(ruleOf(print, "  :root"))![1]!;
  for (const text of ["ink", "ink-quiet", "accent"])
    expect(contrast(token(text), token("paper")), text).toBeGreaterThanOrEqual(7);
  expect(contrast(token("edge"), token("paper"))).toBeGreaterThanOrEqual(3);
});
