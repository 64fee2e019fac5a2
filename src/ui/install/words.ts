import { enInstall, type InstallWords } from "#i18n/en-install.ts";

/** The words of the installation steps in the language the app speaks. */
export const installWords: InstallWords = enInstall;
