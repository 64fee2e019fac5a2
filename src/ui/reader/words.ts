import { enReader, type ReaderWords } from "#i18n/en-reader.ts";

/** The reader's words in the language the app speaks. */
export const readerWords: ReaderWords = enReader;
