import { enReadingAloud, type ReadingAloudWords } from "#i18n/en-reading-aloud.ts";

/** The words of the settings of reading aloud in the language the app speaks. */
export const readingAloudWords: ReadingAloudWords = enReadingAloud;
