import type { ArticleWords } from "#rendering/options.ts";
import { pageTitle } from "./page-title.ts";
import { count } from "./plural.ts";

/** The app's words inside an article, apart from the rest because the service worker and the build need only these. */
export const articleWords: ArticleWords = {
  lang: "en-GB",
  pageTitle,
  by: (name) => `By ${name}`,
  minutes: (minutes) => count(minutes, { one: "1 minute", other: `${minutes} minutes` }),
  imageWithoutDescription: "Image, no description",
  notes: "Notes",
  backToText: (label) => `Back to the text, note ${label}`,
  related: "Related",
  relatedExplained: "Links from the publisher, not part of the article.",
  opensOutside: ", opens in a new tab",
  enlarge: "Enlarge the image",
};
