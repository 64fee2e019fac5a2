import { contrast, inkOn, luminance, READABLE } from "./contrast.ts";
import { type OwnColors, tintOf } from "./own-colors.ts";
import { type Preferences, resolveSettings, type Settings, wordSpacingInForce } from "./settings.ts";
import { paperOf } from "./theme-colors.ts";

/**
 * How a page is to look, worked out: what stands on the root element, ready to be written down. The page works it out and keeps it
 * beside the preferences it came from, so that the service worker can paint a page without knowing a single setting.
 */
export interface Look {
  attributes: Readonly<Record<string, string>>;
  /** Custom properties. */
  properties: Readonly<Record<string, string>>;
  /** For the browser's own bars, `#rrggbb`. Absent: the system chooses. */
  paper?: string;
}

type Written<T> = { readonly [setting in keyof Settings]?: readonly [name: string, write: (settings: Settings) => T] };

const em = (value: number) => `${Number(value.toFixed(3))}em`;

/** All begin with `--text-`, and the reader's own colours with `--own-`: by that a former look is found and taken away. */
const PROPERTIES: Written<string> = {
  size: ["--text-size", ({ size }) => `${size / 16}rem`],
  lineSpacing: ["--text-line", ({ lineSpacing }) => `${lineSpacing}`],
  paragraphSpacing: ["--text-flow", ({ paragraphSpacing }) => em(paragraphSpacing)],
  indent: ["--text-indent", ({ indent }) => em(indent)],
  width: ["--text-width", ({ width }) => `${width}`],
  weight: ["--text-weight", ({ weight }) => `${weight}`],
  letterSpacing: ["--text-letter", ({ letterSpacing }) => em(letterSpacing)],
  wordSpacing: ["--text-word", (settings) => em(wordSpacingInForce(settings))],
};

/** `look-names.ts` lists them. An attribute that would be "none" or off is left out. */
const ATTRIBUTES: Written<string | boolean> = {
  theme: ["data-theme", ({ theme }) => theme !== "automatic" && theme],
  font: ["data-font", ({ font }) => font !== "serif" && font],
  align: ["data-align", ({ align }) => align],
  hyphens: ["data-hyphens", ({ hyphens }) => hyphens],
  lineTint: ["data-line-tint", ({ lineTint }) => lineTint],
  vertical: ["data-vertical", ({ vertical }) => vertical],
  layout: ["data-layout", ({ layout }) => layout !== "scroll" && layout],
  screenReaderMode: ["data-screen-reader", ({ screenReaderMode }) => screenReaderMode],
};

const SCHEME = "data-scheme";

/** Properties of the reader's own colours. A link or a text that cannot be read on its paper is black or white in all but the article. */
function ownProperties({ ink, paper, link, mark }: OwnColors): Record<string, string> {
  return {
    "--own-ink": ink,
    "--own-paper": paper,
    "--own-link": link,
    "--own-mark": mark,
    "--own-mark-ink": inkOn(mark),
    "--own-tint": tintOf(paper, [ink, link]),
    ...(contrast(ink, paper) < READABLE && { "--own-bar-ink": inkOn(paper) }),
    ...(contrast(link, paper) < READABLE && { "--own-bar-link": inkOn(paper) }),
  };
}

/** What was never chosen is left to the style sheet, which has defaults for each script. */
export function lookOf(preferences: Preferences): Look {
  const settings = resolveSettings(preferences);
  const attributes: Record<string, string> = {};
  const properties: Record<string, string> = {};
  const chosen = (setting: string) => preferences[setting as keyof Settings] !== undefined;
  for (const [setting, [name, write]] of Object.entries(ATTRIBUTES)) {
    const value = chosen(setting) && write(settings);
    if (value !== false) attributes[name] = value === true ? "" : value;
  }
  for (const [setting, [name, write]] of Object.entries(PROPERTIES))
    if (chosen(setting) || (setting === "wordSpacing" && chosen("letterSpacing"))) properties[name] = write(settings);
  if (settings.theme === "own") {
    const { ink, paper } = settings.ownColors;
    Object.assign(properties, ownProperties(settings.ownColors));
    attributes[SCHEME] = luminance(paper) < luminance(properties["--own-bar-ink"] ?? ink) ? "dark" : "light";
  }
  const paper = paperOf(settings);
  return { attributes, properties, ...(paper && { paper }) };
}
