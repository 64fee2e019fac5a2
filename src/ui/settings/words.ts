import { enSettings, type SettingsWords } from "#i18n/en-settings.ts";

/** The words of the text settings in the language the app speaks. */
export const settingsWords: SettingsWords = enSettings;
