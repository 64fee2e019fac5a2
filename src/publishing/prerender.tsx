import type { ComponentChild } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Article } from "#domain/article.ts";
import { articleWords } from "#i18n/article-words.ts";
import { en } from "#i18n/en.ts";
import { articleAttributes, renderArticle } from "#rendering/article.ts";
import { fillPage } from "#rendering/document.ts";
import { stringFactory } from "#rendering/string-factory.ts";
import { NotFound } from "#ui/NotFound.tsx";
import { ReaderBar } from "#ui/reader/ReaderBar.tsx";
import { PrintedLibrary, WithoutScripts } from "./WithoutScripts.tsx";

interface Input {
  /** The `index.html` that Vite has built. */
  shell: string;
  policy: string;
  base: string;
  articles: readonly Article[];
  /** The files of the reader's part of the app, so that a page of an article asks for them at once. */
  readerChunks: readonly string[];
}

/** Printed pages have no handlers. */
function inert(): void {}

/** Puts a piece into the shell. Throws where the shell has no such place: a page without it must not be published. */
function put(page: string, place: RegExp, piece: string): string {
  if (!place.test(page)) throw new Error(`index.html has no place ${place}.`);
  return page.replace(place, () => piece);
}

/** The pages to write, by their path below the output folder. */
export function prerender({ shell, policy, base, articles, readerChunks }: Input): Record<string, string> {
  const { element } = stringFactory;
  const meta = element("meta", { "http-equiv": "Content-Security-Policy", content: policy }, []);
  // First in the head: a policy holds for what comes after it.
  const guarded = put(shell, /(?<=<meta charset="utf-8"[^>]*>)/, meta);

  const withoutScripts = (children: ComponentChild) => {
    const printed = renderToString(<WithoutScripts base={base}>{children}</WithoutScripts>);
    return put(guarded, /(?<=<div id="view"[^>]*><\/div>)/, `<noscript>${printed}</noscript>`);
  };
  const records = articles.map(({ record }) => record);
  const index = withoutScripts(<PrintedLibrary base={base} records={records} />);
  const notFound = withoutScripts(<NotFound base={base} />);

  const bar = renderToString(
    <ReaderBar
      base={base}
      progress=""
      listening={false}
      onListen={inert}
      onNearListen={inert}
      onContents={inert}
      onTextSettings={inert}
    />,
  );
  const preloads = readerChunks.map((file) => element("link", { rel: "modulepreload", href: base + file }, []));
  const reader = put(put(guarded, /(?<=<div id="bar"[^>]*>)(?=<\/div>)/, bar), /(?=<\/head>)/, preloads.join(""));

  const pages: Record<string, string> = { "index.html": index, "404.html": notFound, "reader.html": reader };
  for (const article of articles) {
    const { id, lang, title, summary } = article.record;
    const html = renderArticle(article, stringFactory, { base, words: articleWords }).join("");
    pages[`read/${id}/index.html`] = fillPage(reader, {
      lang,
      title: en.pageTitle(title),
      ...(summary && { description: summary }),
      article: { attributes: articleAttributes(article), html },
    });
  }
  return pages;
}
