/** For the tests of this folder. */
import fc from "fast-check";
import type { Article, ArticleRecord, Block } from "#domain/article.ts";
import { anyBlocks, anyLang, anyText } from "#domain/fixtures/arbitrary.ts";
import type { ArticleWords } from "./options.ts";

export const WORDS: ArticleWords = {
  lang: "en-GB",
  pageTitle: (title) => `${title} – Lectern`,
  by: (name) => `By ${name}`,
  minutes: (count) => `${count} minutes`,
  imageWithoutDescription: "Image, no description",
  notes: "Notes",
  backToText: (label) => `Back to the text, note ${label}`,
  related: "Related",
  relatedExplained: "Links from the publisher.",
  opensOutside: "(opens outside)",
  enlarge: "Enlarge",
};

export function articleOf(blocks: Block[], record: Partial<ArticleRecord> = {}): Article {
  return {
    record: {
      id: "tides",
      title: "Tides",
      lang: "en",
      dir: "ltr",
      tags: [],
      words: 3,
      minutes: 4,
      revision: "r1",
      origin: "saved",
      savedAt: 0,
      ...record,
    },
    body: { id: "tides", blocks, related: [] },
  };
}

/** Any article that keeps the rules of `domain/article.ts`: its notes stand at the end, each with an id of its own. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    blocks: anyBlocks,
    notes: fc.array(anyBlocks, { maxLength: 3 }),
    title: anyText,
    lang: anyLang,
    optional: fc.record({ byline: anyText, site: anyText, summary: anyText }, { requiredKeys: [] }),
    related: fc.array(fc.record({ title: anyText, href: fc.oneof(anyText, fc.webUrl()) }), { maxLength: 3 }),
  })
  .map(({ blocks, notes, title, lang, optional, related }) => {
    const ends = notes.map((content, i): Block => {
      return { type: "note", id: `n${i + 1}`, label: `${i + 1}`, content: withoutNotes(content) };
    });
    const article = articleOf([...withoutNotes(blocks), ...ends], { title, lang, ...optional });
    return withoutNulls({ ...article, body: { ...article.body, related } });
  });

function withoutNotes(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === "note") return withoutNotes(block.content);
    if (block.type === "quote") return [{ ...block, content: withoutNotes(block.content) }];
    if (block.type === "definitions") {
      const items = block.items.map((item) => ({ ...item, details: item.details.map(withoutNotes) }));
      return [{ ...block, items }];
    }
    if (block.type === "list") return [{ ...block, items: block.items.map(withoutNotes) }];
    return [block];
  });
}

/** HTML cannot say U+0000; see `string-factory.ts`. */
function withoutNulls(article: Article): Article {
  const clean = (_key: string, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
  return JSON.parse(JSON.stringify(article), clean) as Article;
}
