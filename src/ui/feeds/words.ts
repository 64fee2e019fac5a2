import { enFeeds, type FeedsWords } from "#i18n/en-feeds.ts";

/** The words of following feeds, in the language the app speaks. */
export const feedsWords: FeedsWords = enFeeds;
