import { en, type Words } from "#i18n/en.ts";

/** The words of the language the app speaks. */
export const words: Words = en;
