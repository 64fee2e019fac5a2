import { enPages, type PagesWords } from "#i18n/en-pages.ts";

/** The words of reading in pages in the language the app speaks. */
export const pagesWords: PagesWords = enPages;
