/**
 * Preferences are what the reader chose: partial, and all that is stored. Settings are what is in force: complete, made here
 * from the preferences. What the system asks for (colour scheme, contrast, motion, forced colours) is answered by media
 * queries in `styles/`, so that the page the service worker writes needs no script to follow it.
 */

export const THEMES = ["automatic", "light", "dark", "sepia", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

export const FONTS = ["serif", "sans", "atkinson"] as const;
export type Font = (typeof FONTS)[number];

export interface Settings {
  theme: Theme;
  font: Font;
  /** Text size in CSS pixels at the browser's default text size; it grows with the reader's own browser or system text size. */
  size: number;
  /** Line height as a multiple of the text size. */
  lineSpacing: number;
  /** Longest line, in characters of average width (`ch`). */
  width: number;
  /** Added between letters, in em. */
  letterSpacing: number;
  /** Added between words, in em. */
  wordSpacing: number;
  /** The position comes from focus, activation and the voice, never from scrolling, and the toolbar stays. Asked, never guessed. */
  screenReaderMode: boolean;
  /** How fast the voice reads, as a multiple of its usual pace. */
  rate: number;
  /** The chosen voice by primary language ("en"). Absent: the best there is. */
  voices: Readonly<Record<string, VoiceChoice>>;
  /** Voices that send the text to a server may be used. */
  onlineVoices: boolean;
}

/** A voice is found again by all three, never by its place in a list: lists change while the app runs. */
export interface VoiceChoice {
  uri: string;
  name: string;
  lang: string;
}

export type Preferences = Partial<Settings>;

export type NumericSetting = "size" | "lineSpacing" | "width" | "letterSpacing" | "wordSpacing" | "rate";

function steps(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, i) => Number((from + i * step).toFixed(3)));
}

/**
 * Every value a numeric setting can take, in order: the stops of its slider and of its plus and minus buttons. The ranges
 * are the union of what Firefox Reader View, Readium and Immersive Reader offer.
 */
export const STOPS: Readonly<Record<NumericSetting, readonly number[]>> = {
  size: [...steps(12, 24, 1), 26, 28, 30, 32, 36, 40, 44, 48, 56, 64, 72, 80, 96, 112, 128],
  lineSpacing: steps(1, 3, 0.1),
  width: steps(15, 90, 5),
  letterSpacing: steps(0, 0.3, 0.02),
  wordSpacing: steps(0, 0.8, 0.05),
  rate: steps(0.5, 4, 0.05),
};

export const DEFAULTS: Settings = {
  theme: "automatic",
  font: "serif",
  size: 19,
  lineSpacing: 1.6,
  width: 65,
  letterSpacing: 0,
  wordSpacing: 0,
  screenReaderMode: false,
  rate: 1,
  voices: {},
  onlineVoices: false,
};

/** The settings that "Reset" returns to their defaults: how text looks, not how it is heard. */
export const TEXT_SETTINGS = ["theme", "font", "size", "lineSpacing", "width", "letterSpacing", "wordSpacing"] as const;

/** The stop nearest to a value. */
export function nearestStop(setting: NumericSetting, value: number): number {
  let best = DEFAULTS[setting];
  let distance = Infinity;
  for (const stop of STOPS[setting]) {
    const d = Math.abs(stop - value);
    if (d < distance) [best, distance] = [stop, d];
  }
  return best;
}

/** The stop `by` places further on (negative: back), held at the ends. */
export function stepSetting(setting: NumericSetting, value: number, by: number): number {
  const stops = STOPS[setting];
  const index = stops.indexOf(nearestStop(setting, value)) + by;
  return stops[Math.min(Math.max(index, 0), stops.length - 1)]!;
}

/**
 * Complete, valid settings from whatever was stored. A value that is missing, of the wrong kind or not offered (an older or
 * newer version wrote it) falls back to the default or the nearest stop.
 */
export function resolveSettings(stored: Preferences | undefined): Settings {
  const p: Preferences = stored ?? {};
  const numeric = (name: NumericSetting) =>
    typeof p[name] === "number" && Number.isFinite(p[name]) ? nearestStop(name, p[name]) : DEFAULTS[name];
  return {
    theme: THEMES.find((theme) => theme === p.theme) ?? DEFAULTS.theme,
    font: FONTS.find((font) => font === p.font) ?? DEFAULTS.font,
    size: numeric("size"),
    lineSpacing: numeric("lineSpacing"),
    width: numeric("width"),
    letterSpacing: numeric("letterSpacing"),
    wordSpacing: numeric("wordSpacing"),
    screenReaderMode: p.screenReaderMode === true,
    rate: numeric("rate"),
    voices: typeof p.voices === "object" && p.voices !== null ? p.voices : DEFAULTS.voices,
    onlineVoices: p.onlineVoices === true,
  };
}

/**
 * The custom properties and attributes that carry the settings on the root element. The page sets them one by one; the
 * service worker writes them into the pages it makes. Only what differs from the style sheet's own defaults is returned.
 */
export function settingsToRoot(settings: Settings): {
  attributes: Record<string, string>;
  properties: Record<string, string>;
} {
  const attributes: Record<string, string> = {};
  const properties: Record<string, string> = {};
  if (settings.theme !== DEFAULTS.theme) attributes["data-theme"] = settings.theme;
  if (settings.font !== DEFAULTS.font) attributes["data-font"] = settings.font;
  if (settings.screenReaderMode) attributes["data-screen-reader"] = "";
  if (settings.size !== DEFAULTS.size) properties["--text-size"] = `${settings.size / 16}rem`;
  if (settings.lineSpacing !== DEFAULTS.lineSpacing) properties["--text-line"] = `${settings.lineSpacing}`;
  if (settings.width !== DEFAULTS.width) properties["--text-width"] = `${settings.width}`;
  if (settings.letterSpacing !== DEFAULTS.letterSpacing) properties["--text-letter"] = `${settings.letterSpacing}em`;
  if (settings.wordSpacing !== DEFAULTS.wordSpacing) properties["--text-word"] = `${settings.wordSpacing}em`;
  return { attributes, properties };
}
