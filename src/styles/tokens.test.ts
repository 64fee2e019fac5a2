import { describe, expect, it } from "vitest";
import { contrast } from "#domain/contrast.ts";
import { PAPER } from "#domain/theme-colors.ts";
import { THEMES } from "#domain/settings.ts";
import indexHtml from "../../index.html?raw";
import aids from "./aids.css?raw";
import print from "./print.css?raw";
import prose from "./prose.css?raw";
import css from "./tokens.css?raw";

type Tokens = ReadonlyMap<string, string>;
type Scheme = "light" | "dark";

/** The custom properties of one rule. The file nests no deeper than a rule in a media query. */
function rule(selector: string, media?: string): Tokens {
  const plain = css.replace(/\/\*[^]*?\*\//g, "");
  const from = media === undefined ? 0 : plain.indexOf(`@media (${media})`);
  const start = plain.indexOf(`${selector} {`, from);
  if (from < 0 || start < 0) throw new Error(`tokens.css has no ${selector} for ${media ?? "every medium"}.`);
  const body = plain.slice(plain.indexOf("{", start) + 1, plain.indexOf("}", start));
  return new Map(
    Array.from(body.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g), ([, name, value]) => [name!, value!]),
  );
}

const ROOT = rule(":root");
const theme = (name: string) => rule(`:root[data-theme="${name}"]`);
const more = rule(":root:not([data-theme])", "prefers-contrast: more");

/** What the reader sees: which rules apply, the later over the earlier, and the scheme that picks from `light-dark()`. */
const LOOKS: Record<string, { rules: Tokens[]; scheme: Scheme }> = {
  light: { rules: [ROOT, theme("light")], scheme: "light" },
  dark: { rules: [ROOT, theme("dark")], scheme: "dark" },
  sepia: { rules: [ROOT, theme("sepia")], scheme: "light" },
  grey: { rules: [ROOT, theme("grey")], scheme: "light" },
  black: { rules: [ROOT, theme("black")], scheme: "dark" },
  "contrast-light": { rules: [ROOT, theme("contrast-light")], scheme: "light" },
  contrast: { rules: [ROOT, theme("contrast")], scheme: "dark" },
  "automatic, more contrast, light": { rules: [ROOT, more], scheme: "light" },
  "automatic, more contrast, dark": { rules: [ROOT, more], scheme: "dark" },
};

function colour(look: (typeof LOOKS)[string], token: string): string {
  const value = look.rules.findLast((tokens) => tokens.has(`--${token}`))?.get(`--${token}`);
  const pair = /^light-dark\((.+?), (.+?)\)$/.exec(value ?? "");
  const hex = pair ? pair[look.scheme === "light" ? 1 : 2] : value;
  if (!hex || !/^#[\da-f]{6}$/.test(hex)) throw new Error(`--${token} is ${hex}, which is no colour to measure.`);
  return hex;
}

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

/** So much of the one colour over the other, as `color-mix(in srgb, ...)` has it. */
function mix(over: string, under: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(over, at) * share + channel(under, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

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

describe("a tint of lines and syllables leaves the text at 7:1 on it", () => {
  const share = Number.parseFloat(ROOT.get("--tint")!) / 100;
  for (const [name, look] of Object.entries(LOOKS)) {
    const ink = colour(look, "ink");
    const once = mix(ink, colour(look, "paper"), share);
    it(`${name}, in captions`, () => expect(contrast(colour(look, "ink-quiet"), once)).toBeGreaterThanOrEqual(7));
    it(`${name}, links`, () => expect(contrast(colour(look, "accent"), once)).toBeGreaterThanOrEqual(7));
    it(`${name}, a syllable in a tinted line`, () =>
      expect(contrast(ink, mix(ink, once, share))).toBeGreaterThanOrEqual(7));
  }
});

describe.each(Object.entries(LOOKS))("over and around the text of %s", (_, look) => {
  it("what the voice has come to is told from the text beside it by more than its hue", () => {
    // The word has a line under it as well, so that it is found where colours are not told apart.
    expect(contrast(colour(look, "word"), colour(look, "sentence"))).toBeGreaterThanOrEqual(1.15);
    expect(contrast(colour(look, "word-line"), colour(look, "word"))).toBeGreaterThanOrEqual(3);
  });

  it("a sentence that is read aloud stays legible where syllables tint it", () => {
    const tinted = mix(colour(look, "ink"), colour(look, "sentence"), Number.parseFloat(ROOT.get("--tint")!) / 100);
    expect(contrast(colour(look, "sentence-ink"), tinted)).toBeGreaterThanOrEqual(4.5);
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
