import { count } from "./plural.ts";

/** What is said under the title of the library of what comes in, fetched when there is something to say. */
export const enNews = {
  offers: (offers: number) => count(offers, { one: "1 new in your feeds", other: `${offers} new in your feeds` }),
  onTheirWay: (things: number) => `${things} on the way`,
  stuck: (things: number) => count(things, { one: "1 waits for you", other: `${things} wait for you` }),
};

export type NewsWords = typeof enNews;
