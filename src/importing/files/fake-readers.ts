import { inertDocument } from "../html/inert-document.ts";
import { toBlocks } from "../html/to-blocks.ts";
import type { ImportedArticle } from "../imported-article.ts";
import type { TextReaders } from "./import-file.ts";

const article = (title: string, rest: Partial<ImportedArticle>): ImportedArticle => ({
  title,
  lang: "und",
  dir: "ltr",
  blocks: [],
  related: [],
  pictures: [],
  doubts: [],
  ...rest,
});

/** Stand in for the readers of pages and texts: they take everything, and each says by its title which it is. */
export const fakeReaders: TextReaders = {
  async html(html, { address, files }) {
    const page = inertDocument(html);
    const built = await toBlocks(page.body, { address, files });
    return article(`page: ${page.title}`, { ...built, ...(address === undefined ? {} : { address }) });
  },
  markdown: async (text, { title }) => article(`markdown: ${title}`, { blocks: [{ type: "preformatted", text }] }),
  text: async (text, { title }) => article(`text: ${title}`, { blocks: [{ type: "preformatted", text }] }),
};
