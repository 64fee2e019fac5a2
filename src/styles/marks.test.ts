import { describe, expect, it } from "vitest";
import { contrast } from "#domain/contrast.ts";
import { MARK_COLORS } from "#domain/spoken-settings.ts";
import marks from "../ui/listening/marks.css?raw";
import { colour, LOOKS, type Look, mix, ROOT, type Tokens } from "./testing.ts";

const plain = marks.replace(/\/\*[^]*?\*\//g, "");

/** The custom properties that a rule of the marks sets. */
function rule(selector: string): Tokens {
  const start = plain.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`marks.css has no ${selector}.`);
  const body = plain.slice(plain.indexOf("{", start) + 1, plain.indexOf("}", start));
  return new Map(Array.from(body.matchAll(/(--[\w-]+):\s*([^;]+);/g), ([, name, value]) => [name!, value!]));
}

const BASE = rule(":root");

/** Every choice of a colour in every look. The theme of the reader's own takes the scheme that its colours make. */
const MARKED = MARK_COLORS.flatMap((color) =>
  Object.entries(LOOKS).map(([name, { rules, scheme }]): [string, Look] => [
    `${color} in ${name}`,
    { rules: [...rules, BASE, ...(color === "theme" ? [] : [rule(`:root[data-mark-color="${color}"]`)])], scheme },
  ]),
);

describe.each(MARKED)("marks of %s", (_, look) => {
  const ratio = (a: string, b: string) => contrast(colour(look, a), colour(look, b));

  it("leave the text at 4.5:1 or more on each colour", () => {
    expect(ratio("sentence-ink", "sentence")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("word-ink", "word")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("word-line", "word")).toBeGreaterThanOrEqual(4.5);
    const tinted = mix(colour(look, "ink"), colour(look, "sentence"), Number.parseFloat(ROOT.get("--tint")!) / 100);
    expect(contrast(colour(look, "sentence-ink"), tinted), "where syllables tint it").toBeGreaterThanOrEqual(4.5);
  });

  it("draw the line at 4.5:1 or more on the paper", () => {
    expect(ratio("mark-line", "paper")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("mark-line", "paper-raised")).toBeGreaterThanOrEqual(4.5);
  });

  it("tell the word from its sentence by more than a hue", () => {
    expect(ratio("word", "sentence")).toBeGreaterThanOrEqual(1.15);
  });

  it("are boxes behind the text on which it can be read, where the browser cannot do better", () => {
    const share = Number.parseFloat(ROOT.get("--tint")!) / 100;
    const once = mix(colour(look, "ink"), colour(look, "paper"), share);
    const twice = mix(colour(look, "ink"), once, share);
    expect(contrast(colour(look, "ink"), twice)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(look, "accent"), twice), "links").toBeGreaterThanOrEqual(4.5);
  });
});

it("leaves colours to the system where they are forced", () => {
  const calm = plain.indexOf("@media (forced-colors: none)");
  const forced = plain.indexOf("@media (forced-colors: active)");
  for (const color of MARK_COLORS.slice(1)) {
    const at = plain.indexOf(`:root[data-mark-color="${color}"]`);
    expect(at, color).toBeGreaterThan(calm);
    expect(at, color).toBeLessThan(forced);
  }
});

it("draws lines in the reader's own ink on the reader's own paper", () => {
  expect(rule(`:root[data-theme="own"]`).get("--mark-line")).toBe("var(--ink)");
  expect(plain.indexOf(`:root[data-theme="own"]`), "over any colour").toBeGreaterThan(
    plain.indexOf(`:root[data-mark-color="pink"]`),
  );
});
