import { AID_SETTINGS, DEFAULTS, type Preferences, resolveSettings, type Settings, TYPE_SETTINGS } from "./settings.ts";

export const PRESET_NAMES = ["standard", "larger", "dyslexia", "low-vision", "wcag"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/**
 * What each changes of the defaults. For "dyslexia" the spacing is what studies agree on (Zorzi et al. 2012,
 * https://doi.org/10.1073/pnas.1205566109; Marinus et al. 2016, https://doi.org/10.1002/dys.1527); "wcag" is WCAG 2.2, 1.4.8:
 * at most 80 characters, not justified, lines 1.5 apart, paragraphs 1.5 times that.
 */
export const PRESETS: Readonly<Record<PresetName, Preferences>> = {
  standard: {},
  larger: { size: 24, lineSpacing: 1.8, paragraphSpacing: 1.25, width: 60 },
  dyslexia: { font: "sans", size: 22, lineSpacing: 1.8, paragraphSpacing: 1.5, width: 55, letterSpacing: 0.06 },
  "low-vision": { font: "atkinson", size: 40, lineSpacing: 1.7, paragraphSpacing: 1.25, width: 45, weight: 500 },
  wcag: { width: 80, align: "start", lineSpacing: 1.5, paragraphSpacing: 2.25 },
};

/** The type settings of a set of settings that are not the defaults. */
export function typeOf(settings: Settings): Preferences {
  const type: Preferences = {};
  for (const name of TYPE_SETTINGS)
    if (settings[name] !== DEFAULTS[name]) Object.assign(type, { [name]: settings[name] });
  return type;
}

/** What is kept of settings under a name: the type, the theme and the reading aids. Colours of the reader's own where they are in force. */
export function keptOf(settings: Settings): Preferences {
  const { theme, ownColors } = settings;
  const kept: Preferences = { ...typeOf(settings), theme, ...(theme === "own" && { ownColors }) };
  for (const name of AID_SETTINGS) Object.assign(kept, { [name]: settings[name] });
  return kept;
}

/** Whether the settings are what the preset makes of them: the type, and whatever else it names. */
export function isInForce(preset: Preferences, settings: Settings): boolean {
  const wanted = resolveSettings(preset);
  const named = Object.keys(preset) as (keyof Settings)[];
  return [...TYPE_SETTINGS, ...named].every((name) => JSON.stringify(wanted[name]) === JSON.stringify(settings[name]));
}

/** Whether two names are the same to a reader: case and spaces do not tell them apart. */
export function isSameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
  return plain(a) === plain(b);
}
