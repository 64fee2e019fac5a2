import type { Block } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import type { Incoming } from "#protocol/inbox.ts";
import { inertDocument } from "../html/inert-document.ts";
import { isNewSummary } from "../html/new-summary.ts";
import { toBlocks } from "../html/to-blocks.ts";
import type { ImportedArticle } from "../imported-article.ts";
import { ImportProblem } from "../import-problem.ts";
import { detectLanguage, directionOf } from "../text/language.ts";
import { isOrigin } from "./origin.ts";
import { plain } from "./plain.ts";

/** An entry that has its whole text with it, as an article. All its text is wanted: nothing is extracted. Rejects with an `ImportProblem`. */
export async function importEntry(
  entry: Extract<Incoming, { kind: "entry" }>,
  address: string | undefined,
): Promise<ImportedArticle> {
  const text = plain(entry.html);
  // Some publishers declare one language for entries in several.
  const lang = detectLanguage(text) ?? entry.lang ?? "und";
  const spoken = sameLanguage(lang, entry.lang) ?? lang;
  const dir = directionOf(spoken, text);
  const { body } = inertDocument(entry.html);
  const { blocks, pictures, doubts } = await toBlocks(body, { address, lang: spoken, dir });
  const { title, byline, site, published, teaser } = entry;
  if (namesOrigin(blocks.at(-1), title)) blocks.pop();
  if (blocks.length === 0) throw new ImportProblem("empty");
  const summary = !teaser && isNewSummary(entry.summary, blocks, title) ? entry.summary : undefined;
  return {
    title,
    ...(byline && { byline }),
    ...(site && { site }),
    lang: spoken,
    dir,
    ...(published && { published }),
    ...(summary && { summary }),
    ...(address && { address }),
    blocks,
    related: [],
    pictures,
    doubts: entry.part ? ["feed-only", ...doubts] : doubts,
  };
}

/** Whether it leads back to where the entry first appeared: by a link, or by its title where the links have been lost. */
function namesOrigin(last: Block | undefined, title: string): boolean {
  if (last?.type !== "paragraph") return false;
  const text = textOf(last.content);
  const leads = last.content.some(({ marks = [] }) => marks.some(({ type }) => type === "link"));
  return isOrigin(text) && (leads || text.includes(title));
}

/** What was declared, where it says more of the same language: “en-GB”. */
function sameLanguage(lang: string, declared: string | undefined): string | undefined {
  return declared?.split("-")[0]?.toLowerCase() === lang.split("-")[0] ? declared : undefined;
}
