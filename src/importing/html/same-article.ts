import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { weightOfText } from "./extraction/readability.ts";
import type { ImportedArticle } from "../imported-article.ts";
import { plain } from "./metadata/title.ts";

/** Less text is no page of an article, in Latin letters. */
const LEAST = 200;

/**
 * Whether a page that a pager of an article leads to is that article's next page: it has its title, tells of no other author or day, is
 * running text and no list of links, and says something that was not said before.
 */
export function continuesArticle(article: ImportedArticle, before: readonly Block[], page: ImportedArticle): boolean {
  const [title, other] = [article, page].map((one) => plain(withoutPage(one.title)));
  if (title === "" || title !== other) return false;
  if (article.published && page.published && article.published !== page.published) return false;
  if (article.byline && page.byline && plain(article.byline) !== plain(page.byline)) return false;
  return isRunningText(page.blocks) && isNew(before, page.blocks);
}

/** What titles add on the later pages of an article: “– Page 2”, “(2/5)”, “2ページ目”. A number without such a word is another title. */
const PAGE =
  /[\s|·•:,–—-]*[([（]?\s*(?:(?:page|p\.|pg\.?|seite|pagina|página|strona|sida|side|страница|стр\.)\s*\d{1,2}(?:\s*(?:of|von|sur|de|di|van|из|\/)\s*\d{1,2})?|\d{1,2}\s*\/\s*\d{1,2}|第?\s*\d{1,2}\s*(?:ページ目?|頁|页|쪽|페이지)|[([（]\d{1,2}(?=[)\]）]))\s*[)\]）]?\s*$/iu;

const withoutPage = (title: string) => title.replace(PAGE, "");

function isRunningText(blocks: readonly Block[]): boolean {
  let [all, linked] = [0, 0];
  for (const { content } of leavesOf({ blocks: [...blocks] })) {
    for (const inline of content) {
      if (!("text" in inline)) continue;
      const weight = weightOfText(inline.text);
      all += weight;
      if (inline.marks?.some(({ type }) => type === "link")) linked += weight;
    }
  }
  const headings = blocks.filter((block) => block.type === "heading");
  const led = headings.filter(({ content }) => content.some(({ marks }) => marks?.some(({ type }) => type === "link")));
  return all >= LEAST && linked < all / 3 && (led.length < 3 || led.length < headings.length / 2);
}

/** Pages of comments have the same article over them, and addresses beyond the last page lead to the first. */
function isNew(before: readonly Block[], page: readonly Block[]): boolean {
  const known = new Set(leavesOf({ blocks: [...before] }).map(({ text }) => text));
  let [all, said] = [0, 0];
  for (const { text } of leavesOf({ blocks: [...page] })) {
    all += text.length;
    if (known.has(text)) said += text.length;
  }
  return said < all / 2;
}
