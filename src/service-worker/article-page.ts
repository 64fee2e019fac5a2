import { formatRoute, parseRoute } from "#domain/route.ts";
import { articleWords } from "#i18n/article-words.ts";
import { articleHtml } from "#rendering/article-html.ts";
import { articleAttributes } from "#rendering/article.ts";
import type { PageContent } from "#rendering/document.ts";
import { GAP } from "#rendering/string-factory.ts";
import type { Keeper } from "#storage/keeper.ts";
import type { FindArticle } from "./article-data.ts";
import { inTime } from "./in-time.ts";
import { answerShell } from "./shell-page.ts";
import { sendInSlices } from "./slices.ts";

/**
 * Answers `read/<id>` with a finished page from IndexedDB: the article, in the reader's own settings. Where reading had got
 * further than the start the answer is a redirect to that place, which the browser scrolls to without a script. Never rejects.
 */
export async function answerArticlePage(
  event: FetchEvent,
  base: string,
  storage: Keeper,
  find: FindArticle,
): Promise<Response> {
  const route = parseRoute(new URL(event.request.url), base);
  if (route.name !== "read") return answerShell(storage);
  const [article, place] = await Promise.all([
    find(route.id, event),
    inTime(storage.readPosition(route.id), undefined),
  ]);
  if (typeof article !== "object") return answerShell(storage);
  // In a text that has been revised since, the page looks for the place.
  const at = place?.revision === article.record.revision && place.position;
  if (at && !route.at && (at.block > 0 || at.offset > 0)) {
    const Location = `${formatRoute({ ...route, at }, base)}#at`;
    return new Response(null, { status: 302, headers: { Location } });
  }
  const { lang, title, summary } = article.record;
  const content: PageContent = {
    lang,
    title: articleWords.pageTitle(title),
    ...(summary && { description: summary }),
    article: { attributes: articleAttributes(article), html: GAP },
    inPlace: route.at !== undefined,
  };
  const html = articleHtml(article, { base, words: articleWords, ...(route.at && { anchor: route.at }) });
  return answerShell(storage, content, (page) => sendInSlices(page, html, content.inPlace, event));
}
