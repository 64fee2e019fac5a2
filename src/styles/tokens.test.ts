import { describe, expect, it } from "vitest";
import { contrast } from "#domain/contrast.ts";
import { PAPER } from "#domain/theme-colors.ts";
import indexHtml from "../../index.html?raw";
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

describe("a tint of lines and syllables leaves the text at 7:1 on it", () => {
  const share = Number.parseFloat(ROOT.get("--tint")!) / 100;
  const mixed = (ink: string, paper: string) => {
    const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
    const mix = (at: number) => Math.round(channel(ink, at) * share + channel(paper, at) * (1 - share));
    return `#${[1, 3, 5].map((at) => mix(at).toString(16).padStart(2, "0")).join("")}`;
  };
  for (const [name, look] of Object.entries(LOOKS)) {
    const ink = colour(look, "ink");
    const once = mixed(ink, colour(look, "paper"));
    it(`${name}, in captions`, () => expect(contrast(colour(look, "ink-quiet"), once)).toBeGreaterThanOrEqual(7));
    it(`${name}, links`, () => expect(contrast(colour(look, "accent"), once)).toBeGreaterThanOrEqual(7));
    it(`${name}, a syllable in a tinted line`, () => expect(contrast(ink, mixed(ink, once))).toBeGreaterThanOrEqual(7));
  }
});
