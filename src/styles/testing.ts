/** For tests: the colours that a reader sees, worked out from the style sheets. */
import css from "./tokens.css?raw";

export type Tokens = ReadonlyMap<string, string>;
type Scheme = "light" | "dark";

export interface Look {
  rules: Tokens[];
  scheme: Scheme;
}

/** The custom properties of one rule of `tokens.css`. The file nests no deeper than a rule in a media query. */
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

export const ROOT = rule(":root");
export const theme = (name: string) => rule(`:root[data-theme="${name}"]`);
const more = rule(":root:not([data-theme])", "prefers-contrast: more");

/** What the reader sees: which rules apply, the later over the earlier, and the scheme that picks from `light-dark()`. */
export const LOOKS: Record<string, Look> = {
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

/** A token's colour in a look, `#rrggbb`. Throws where it is none. */
export function colour(look: Look, token: string): string {
  const value = look.rules.findLast((tokens) => tokens.has(`--${token}`))?.get(`--${token}`);
  const pair = /^light-dark\((.+?), (.+?)\)$/.exec(value ?? "");
  const hex = pair ? pair[look.scheme === "light" ? 1 : 2] : value;
  if (!hex || !/^#[\da-f]{6}$/.test(hex)) throw new Error(`--${token} is ${hex}, which is no colour to measure.`);
  return hex;
}

/** So much of the one colour over the other, as `color-mix(in srgb, ...)` has it. */
export function mix(over: string, under: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(over, at) * share + channel(under, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
