import { cut } from "../blocks/elements.ts";
import { isDiscussion } from "../extraction/boilerplate.ts";
import { type Credit, creditIn } from "../extraction/head-lines.ts";
import { frameOf } from "./next-page.ts";

/** Lines of author and day by the names that pages give them; as such they are no text of the article. */
const LINES = [
  "byline",
  "dateline",
  "post-date",
  "entry-date",
  "pub-date",
  "published",
  "post-meta",
  "entry-meta",
  "article-meta",
]
  .map((name) => `[class*="${name}" i]`)
  .concat("time", '[class~="date" i]', '[class~="author" i]')
  .join();
/** Further down, they are those of other articles. */
const MOST = 8;

/** Author and day as lines in an article or in its frame say them. Each is undefined where no line says it and nothing else. */
export function shownCredit(article: Element, lang: string): Credit {
  const credit: Credit = {};
  for (const line of [...frameOf(article).querySelectorAll(LINES)].slice(0, MOST)) {
    if (line.closest("aside, footer, a, li") || isInDiscussion(line)) continue;
    const said = creditIn(cut(wordsOf(line), 120), credit, lang);
    credit.byline ??= said?.byline;
    credit.published ??= said?.published;
  }
  return credit;
}

function isInDiscussion(line: Element): boolean {
  for (let at: Element | null = line; at; at = at.parentElement) if (isDiscussion(at)) return true;
  return false;
}

/** Parts of their own are parted by a bar. */
function wordsOf(line: Element): string {
  if (line.childElementCount === 0) return line.textContent;
  return Array.from(line.childNodes, (part) => part.textContent?.trim())
    .filter(Boolean)
    .join(line.querySelector("p, div, li, time") ? " | " : " ");
}
