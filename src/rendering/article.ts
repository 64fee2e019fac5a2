import type { Article, Block } from "#domain/article.ts";
import type { Position } from "#domain/position.ts";
import { createBlockRenderer } from "./blocks.ts";
import type { Attributes, ElementFactory } from "./factory.ts";
import type { ArticleWords, RenderOptions } from "./options.ts";
import { linkAttributes } from "./safe-href.ts";

export interface ArticleOptions {
  base: string;
  words: ArticleWords;
  /** Where the page is to open: becomes `<span id="at">`. */
  anchor?: Position;
}

/** The attributes of the `<article>` element. The page tells by `data-id` and `data-revision` whether what it finds can stay. */
export function articleAttributes({ record }: Article): Attributes {
  return {
    lang: record.lang,
    dir: record.dir,
    "data-id": record.id,
    "data-revision": record.revision,
    "aria-labelledby": "title",
  };
}

/** A child of the `<article>` element: its blocks stand within the frame, and are made one by one as they are asked for. */
export interface ArticlePart<N> {
  frame(blocks: readonly N[]): N;
  blocks: Iterable<N>;
}

/**
 * The children of the `<article>` element: heading, body, notes, and apart from them what is related. All blocks of one part have to
 * be taken before the next part is, for leaves are numbered as they are made.
 */
export function* articleParts<N>(
  article: Article,
  factory: ElementFactory<N>,
  options: ArticleOptions,
): Generator<ArticlePart<N>> {
  const { blocks } = article.body;
  const notes = blocks.filter((block): block is Extract<Block, { type: "note" }> => block.type === "note");
  const inner: RenderOptions = { ...options, notes: notes.map((note) => note.id), referred: new Set() };
  const render = createBlockRenderer(factory, inner);
  yield { frame: () => renderHeading(article, factory, options), blocks: [] };
  yield {
    frame: (body) => factory.element("div", { class: "prose" }, body),
    blocks: render(blocks.filter((block) => block.type !== "note")),
  };
  if (notes.length > 0) {
    yield {
      frame(list) {
        const words = appWords(article.record.lang, options.words, factory, [factory.text(options.words.notes)]);
        return factory.element("section", { class: "notes prose", role: "doc-endnotes", "aria-labelledby": "notes" }, [
          factory.element("h2", { id: "notes" }, words),
          factory.element("ol", {}, list),
        ]);
      },
      blocks: render(notes),
    };
  }
  if (article.body.related.length > 0) yield { frame: () => renderRelated(article, factory, options), blocks: [] };
}

/** The children of the `<article>` element, all at once. */
export function renderArticle<N>(article: Article, factory: ElementFactory<N>, options: ArticleOptions): N[] {
  return Array.from(articleParts(article, factory, options), ({ frame, blocks }) => frame([...blocks]));
}

function renderHeading<N>({ record }: Article, factory: ElementFactory<N>, { words }: ArticleOptions): N {
  const { element, text } = factory;
  const meta: N[] = [];
  const add = (node: N) => meta.push(...(meta.length > 0 ? [text(" · ")] : []), node);
  if (record.byline) add(element("span", {}, [text(words.by(record.byline))]));
  if (record.published) {
    add(element("time", { datetime: record.published }, [text(formatDate(record.published, words.lang))]));
  }
  add(element("span", {}, [text(words.minutes(record.minutes))]));

  const parts: N[] = [];
  if (record.site) parts.push(element("p", { class: "site" }, [text(record.site)]));
  parts.push(element("h1", { id: "title", tabindex: "-1" }, [text(record.title)]));
  if (record.summary) parts.push(element("p", { class: "standfirst" }, [text(record.summary)]));
  parts.push(element("p", { class: "meta" }, appWords(record.lang, words, factory, meta)));
  return element("header", { class: "article-header" }, parts);
}

function renderRelated<N>(article: Article, factory: ElementFactory<N>, options: ArticleOptions): N {
  const { element, text } = factory;
  const { words } = options;
  const own = (sentence: string) => appWords(article.record.lang, words, factory, [text(sentence)]);
  const items = article.body.related.map(({ title, href }) =>
    element("li", {}, [href ? element("a", linkAttributes(href, options), [text(title)]) : text(title)]),
  );
  return element("nav", { class: "related", "aria-labelledby": "related" }, [
    element("h2", { id: "related" }, own(words.related)),
    element("p", { class: "related-explained" }, own(words.relatedExplained)),
    element("ul", {}, items),
  ]);
}

/** The app's own words inside an article of another language say which language they are in; they stand where its text begins. */
function appWords<N>(articleLang: string, words: ArticleWords, factory: ElementFactory<N>, content: N[]): N[] {
  const same = articleLang.split("-")[0] === words.lang.split("-")[0];
  return same ? content : [factory.element("span", { lang: words.lang, dir: "ltr" }, content)];
}

/** `2025-04-28` as a long date. The day is the publisher's, whatever the reader's time zone. */
export function formatDate(date: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}
