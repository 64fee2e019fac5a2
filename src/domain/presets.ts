import { DEFAULTS, type Preferences, resolveSettings, type Settings, TYPE_SETTINGS } from "./settings.ts";

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

/** The type settings of a set of settings that are not the defaults: what is kept of it under a name. */
export function typeOf(settings: Settings): Preferences {
  const type: Preferences = {};
  for (const name of TYPE_SETTINGS)
    if (settings[name] !== DEFAULTS[name]) Object.assign(type, { [name]: settings[name] });
  return type;
}

/** Whether the type of the settings is what the preset makes of it. */
export function isInForce(preset: Preferences, settings: Settings): boolean {
  const wanted = resolveSettings(preset);
  return TYPE_SETTINGS.every((name) => wanted[name] === settings[name]);
}
