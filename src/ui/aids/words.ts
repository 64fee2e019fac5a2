import { type AidsWords, enAids } from "#i18n/en-aids.ts";

/** The words of the reading aids in the language the app speaks. */
export const aidsWords: AidsWords = enAids;
