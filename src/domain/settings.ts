/**
 * Preferences are what the reader chose: partial, and all that is stored. Settings are what is in force: complete, made here
 * from the preferences. What the system asks for (colour scheme, contrast, motion, forced colours) is answered by media
 * queries in `styles/`, so that the page the service worker writes needs no script to follow it.
 */
import { isOwnColors, type OwnColors } from "./own-colors.ts";
import type { PlayerKeys } from "./player-keys.ts";
import { SPOKEN_CHECKS, SPOKEN_DEFAULTS, SPOKEN_OFFERED, type SpokenSettings } from "./spoken-settings.ts";

export const THEMES = [
  "automatic",
  "light",
  "sepia",
  "grey",
  "dark",
  "black",
  "contrast-light",
  "contrast",
  "own",
] as const;
export type Theme = (typeof THEMES)[number];

export const FONTS = ["serif", "sans", "mono", "atkinson", "literata", "lexend", "opendyslexic"] as const;
export type Font = (typeof FONTS)[number];

export const ALIGNMENTS = ["start", "center", "end", "justify"] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

export const LAYOUTS = ["scroll", "pages"] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * Of saved articles. `full` is as large as a screen shows, and what a reader who enlarges pictures needs; `small` is half as wide and high,
 * and saves room on the device, not what is sent to it.
 */
export const PICTURE_CHOICES = ["full", "small", "none"] as const;
export type PictureChoice = (typeof PICTURE_CHOICES)[number];

/** What stays clear while the rest is dimmed: lines, or what is being read. */
export const LINE_FOCUSES = ["none", "1", "3", "5", "sentence", "paragraph"] as const;
export type LineFocus = (typeof LINE_FOCUSES)[number];

export interface Settings extends SpokenSettings {
  theme: Theme;
  font: Font;
  /** Text size in CSS pixels at the browser's default text size; it grows with the reader's own browser or system text size. */
  size: number;
  /** Line height as a multiple of the text size. */
  lineSpacing: number;
  /** Between paragraphs, in em. */
  paragraphSpacing: number;
  /** Of a paragraph's first line, in em. */
  indent: number;
  /** Longest line, in characters of average width (`ch`). */
  width: number;
  /** Added between letters, in em. */
  letterSpacing: number;
  /** Added between words, in em. What is in force can be more: see `wordSpacingInForce`. */
  wordSpacing: number;
  /** Letters that stand further apart need words that do: more than this word spacing is added as letter spacing grows. */
  wordsFollowLetters: boolean;
  /** Of the strokes, as `font-weight` counts. */
  weight: number;
  align: Alignment;
  /** Long words are divided at line ends, where the browser knows how in the article's language. */
  hyphens: boolean;
  /** The colours of the theme "own". */
  ownColors: OwnColors;
  /** Ways to set text that the reader has kept. */
  presets: KeptPresets;
  /** The one that was chosen last, ours or the reader's: of several that are the same, it is the one in force. */
  preset: string;
  layout: Layout;
  /** Japanese and traditional Chinese in columns, from right to left. */
  vertical: boolean;
  lineFocus: LineFocus;
  /** A line under the line being read. */
  ruler: boolean;
  /** Every other line is tinted. */
  lineTint: boolean;
  /** Where words may be divided is marked. */
  syllables: boolean;
  /** How fast the page scrolls by itself when it does, in words a minute. */
  autoScroll: number;
  /** Which pictures of saved articles are kept on the device. */
  pictures: PictureChoice;
  /** The screen stays on while an article is open. */
  keepAwake: boolean;
  /** The position comes from focus, activation and the voice, never from scrolling, and the toolbar stays. Asked, never guessed. */
  screenReaderMode: boolean;
  /** How fast the voice reads, as a multiple of its usual pace. */
  rate: number;
  /** The chosen voice by primary language ("en"). Absent: the best there is. */
  voices: Readonly<Record<string, VoiceChoice>>;
  /** Voices that send the text to a server may be used. */
  onlineVoices: boolean;
  /** Single keys work the player while it is open. */
  singleKeys: boolean;
  /** Those that the reader changed. */
  playerKeys: PlayerKeys;
  /** The reader's own letters with Alt + Shift in an article, in the order of `article-keys.ts`; none for the usual ones. */
  articleKeys: string;
  /** The articles to be read aloud one after another; the first is the one that is, while one is. */
  queue: readonly string[];
  /** An article whose last sentence has been heard counts as read. */
  markHeard: boolean;
}

/** A voice is found again by all three, never by its place in a list: lists change while the app runs. */
export interface VoiceChoice {
  uri: string;
  name: string;
  lang: string;
}

/** By the name that the reader gave. */
export type KeptPresets = Readonly<Record<string, Preferences>>;

export type Preferences = Partial<Settings>;

export type NumericSetting = {
  [name in keyof Settings]: Settings[name] extends number ? name : never;
}[keyof Settings];

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
  paragraphSpacing: steps(0, 3, 0.25),
  indent: steps(0, 3, 0.5),
  width: steps(15, 90, 5),
  weight: steps(300, 800, 50),
  letterSpacing: steps(0, 0.3, 0.02),
  wordSpacing: steps(0, 0.8, 0.05),
  rate: steps(0.5, 4, 0.05),
  sentencePause: steps(0, 2000, 100),
  paragraphPause: steps(0, 2000, 100),
  autoScroll: steps(60, 600, 20),
};

export const DEFAULTS: Settings = {
  theme: "automatic",
  font: "serif",
  size: 19,
  lineSpacing: 1.6,
  paragraphSpacing: 1,
  indent: 0,
  width: 65,
  weight: 400,
  letterSpacing: 0,
  wordSpacing: 0,
  wordsFollowLetters: true,
  align: "start",
  hyphens: false,
  ownColors: { ink: "#1d1c1a", paper: "#fbfaf7", link: "#0f4c4a", mark: "#fff0b8" },
  presets: {},
  preset: "",
  layout: "scroll",
  vertical: false,
  lineFocus: "none",
  ruler: false,
  lineTint: false,
  syllables: false,
  autoScroll: 200,
  pictures: "full",
  keepAwake: false,
  screenReaderMode: false,
  rate: 1,
  voices: {},
  onlineVoices: false,
  singleKeys: false,
  playerKeys: {},
  articleKeys: "",
  queue: [],
  markHeard: true,
  ...SPOKEN_DEFAULTS,
};

/** What helps to keep the line and the word. */
export const AID_SETTINGS = [
  "lineFocus",
  "ruler",
  "lineTint",
  "syllables",
] as const satisfies readonly (keyof Settings)[];

/** What a preset of ours decides: the type. Colours, aids and the voice stay as they are. */
export const TYPE_SETTINGS = [
  "font",
  "size",
  "lineSpacing",
  "paragraphSpacing",
  "indent",
  "width",
  "weight",
  "letterSpacing",
  "wordSpacing",
  "wordsFollowLetters",
  "align",
  "hyphens",
] as const satisfies readonly (keyof Settings)[];

/** The settings that "Reset" returns to their defaults: how text looks, not how it is heard. */
export const TEXT_SETTINGS = [
  "theme",
  ...TYPE_SETTINGS,
  "ownColors",
  ...AID_SETTINGS,
] as const satisfies readonly (keyof Settings)[];

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

const OFFERED: Readonly<Record<string, readonly unknown[]>> = {
  theme: THEMES,
  font: FONTS,
  align: ALIGNMENTS,
  layout: LAYOUTS,
  lineFocus: LINE_FOCUSES,
  pictures: PICTURE_CHOICES,
  ...SPOKEN_OFFERED,
};

/** Seven, each only once, or none. */
const LETTERS = /^(?:(?!.*(.).*\1)[a-z]{7})?$/;

/** For what its type does not settle. */
const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  ownColors: isOwnColors,
  articleKeys: (value) => typeof value === "string" && LETTERS.test(value),
  queue: (value) => Array.isArray(value) && value.every((id) => typeof id === "string"),
  ...SPOKEN_CHECKS,
};

/**
 * Complete, valid settings from whatever was stored. A value that is missing, of the wrong kind or not offered (an older or
 * newer version wrote it) falls back to the default or the nearest stop.
 */
export function resolveSettings(stored: Preferences | undefined): Settings {
  const settings: Record<string, unknown> = {};
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    const chosen: unknown = stored?.[name as keyof Settings];
    let valid = typeof chosen === typeof usual && chosen !== null;
    if (name in OFFERED) valid = OFFERED[name]!.includes(chosen);
    else if (name in CHECKS) valid = CHECKS[name]!(chosen);
    else if (typeof usual === "number") valid = Number.isFinite(chosen);
    const value = typeof chosen === "number" && valid ? nearestStop(name as NumericSetting, chosen) : chosen;
    settings[name] = valid ? value : usual;
  }
  return settings as unknown as Settings;
}

/**
 * The word spacing that is set, in em. More letter spacing without more word spacing slows reading down (Galliussi et al. 2020,
 * https://doi.org/10.1007/s11881-020-00194-x), so at least twice the letter spacing is added between words unless the reader parts the two.
 */
export function wordSpacingInForce({ letterSpacing, wordSpacing, wordsFollowLetters }: Settings): number {
  return wordsFollowLetters ? Math.max(wordSpacing, 2 * letterSpacing) : wordSpacing;
}
