import { enNews, type NewsWords } from "#i18n/en-news.ts";

/** The words about what comes in, in the language the app speaks. */
export const newsWords: NewsWords = enNews;
