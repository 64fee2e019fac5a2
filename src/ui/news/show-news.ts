import { h } from "preact";
import { type Arriving, arrivingOf } from "#state/arriving/arriving.ts";
import type { App } from "#state/app.ts";
import { LibraryNews } from "./library-news.ts";
import "./styles.ts";

/*
 * Not in JSX, here and in what it draws: with its runtime in this part too, the bundler would no longer keep Preact in the first
 * script, which then were two.
 */

/** Goes on with what is on its way, and says in the library what comes in. It can be asked for again and again. */
export function showNews(app: App): Arriving {
  const arriving = arrivingOf(app);
  app.news.value ??= h(LibraryNews, arriving);
  return arriving;
}
