import type { Settings } from "./settings.ts";

/** Kinds of script that are set differently. */
export type ScriptKind = "alphabetic" | "hebrew" | "arabic" | "cjk" | "indic";

const KINDS: Readonly<Record<string, ScriptKind>> = {
  Hebr: "hebrew",
  Arab: "arabic",
  Syrc: "arabic",
  Mand: "arabic",
  Nkoo: "arabic",
  Mong: "arabic",
  Jpan: "cjk",
  Hans: "cjk",
  Hant: "cjk",
  Kore: "cjk",
  Deva: "indic",
  Beng: "indic",
  Guru: "indic",
  Gujr: "indic",
  Orya: "indic",
  Taml: "indic",
  Telu: "indic",
  Knda: "indic",
  Mlym: "indic",
  Sinh: "indic",
  Mymr: "indic",
  Khmr: "indic",
  Thai: "indic",
  Laoo: "indic",
  Tibt: "indic",
};

/** The kind of script that a language (BCP 47) is usually written in. */
export function scriptKindOf(lang: string): ScriptKind {
  try {
    return KINDS[new Intl.Locale(lang).maximize().script ?? ""] ?? "alphabetic";
  } catch {
    return "alphabetic";
  }
}

/**
 * Whether texts of a language (BCP 47) are also written in columns, from right to left: Japanese, and Chinese in traditional characters.
 * The style sheet `pages.css` names these languages.
 */
export function canBeVertical(lang: string): boolean {
  try {
    return ["Jpan", "Hant"].includes(new Intl.Locale(lang).maximize().script ?? "");
  } catch {
    return false;
  }
}

/**
 * Settings that a script has no use for. Joined letters come apart when they are spaced, and so do the clusters of Indic scripts; Chinese and
 * Japanese have no word spaces. Where the script shows each syllable, or no vowels, marking syllables helps nobody. After ReadiumCSS, https://readium.org/css/docs/CSS16-internationalization.html
 */
const USELESS: Readonly<Record<ScriptKind, readonly (keyof Settings)[]>> = {
  alphabetic: [],
  hebrew: ["hyphens", "syllables"],
  arabic: ["letterSpacing", "hyphens", "syllables"],
  cjk: ["wordSpacing", "wordsFollowLetters", "hyphens", "syllables"],
  indic: ["letterSpacing", "syllables"],
};

/** Whether a setting does something in a kind of script. */
export function isUseful(setting: keyof Settings, script: ScriptKind): boolean {
  return !USELESS[script].includes(setting);
}

/** Where a script has another default. The style sheet `type.css` has the same, by language. */
export const SCRIPT_DEFAULTS: Readonly<Record<ScriptKind, Partial<Settings>>> = {
  alphabetic: {},
  hebrew: {},
  arabic: { lineSpacing: 1.8 },
  cjk: { lineSpacing: 1.8 },
  indic: { lineSpacing: 1.8 },
};

/**
 * Primary languages whose words browsers know how to divide: what the style sheet justifies, since justified text without hyphens
 * has holes. From the patterns that Chromium and Firefox have in common, https://searchfox.org/mozilla-central/source/intl/locales
 */
export const HYPHENATED: readonly string[] =
  "af bg ca cs cy da de el en eo es et eu fi fr ga gl hr hu hy ia is it kmr la lt lv mn nb nl nn no pl pt ro ru sh sk sl sq sr sv tr uk".split(
    " ",
  );

/** Whether long words of a language (BCP 47) can be divided at line ends. */
export function canHyphenate(lang: string): boolean {
  return HYPHENATED.includes(lang.split("-")[0]!.toLowerCase());
}
