import type { Inline } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { widthOf } from "./lines.ts";
import { primaryLanguage } from "./scripts.ts";
import { TAIL_WORDS, type TailWords } from "./tail-words.ts";
import { normalForm } from "../normal-form.ts";

/** The words of one language, ready for asking. */
export interface Words {
  related: ReadonlySet<string>;
  relatedTo: readonly string[];
  newsletter: readonly string[];
  ending: readonly string[];
}

/** What a line introduces. */
export type Cue = "related" | "newsletter" | "ending";

/** What a whole line introduces, if that is all it does. */
export function cueIn(text: string, words: readonly Words[]): Cue | undefined {
  if (widthOf(text) > 120) return undefined;
  const said = bare(text);
  if (said === "") return undefined;
  if (/^(?:©|\(c\)\s*\d{4}|copyright\b)/iu.test(text.trim())) return "ending";
  for (const { related, relatedTo, newsletter, ending } of words) {
    if (related.has(said)) return "related";
    if (widthOf(text) <= 60 && !/[.!?]$/.test(text.trim()) && relatedTo.some((start) => said.startsWith(`${start} `)))
      return "related";
    if (newsletter.some((start) => startsWith(said, start))) return "newsletter";
    if (
      ending.includes(said) ||
      ending.some((start) => said.startsWith(start) && /^\s*[:：]/.test(said.slice(start.length)))
    )
      return "ending";
  }
  return undefined;
}

/** Whether a line begins as one over links to other articles does, whatever it goes on with. */
export function beginsRelated(text: string, words: readonly Words[]): boolean {
  const said = bare(text);
  return words.some(
    ({ related, relatedTo }) =>
      related.has(said) || [...related, ...relatedTo].some((start) => said !== "" && startsWith(said, start)),
  );
}

/** Longer lines are none of those in the lists, whatever signs stand around them, in UTF-16 units. */
const LONGEST = 200;

/** Whether a line is a button, a label or a heading that belongs to the page and not to its text. */
export function isEnding(text: string, words: readonly Words[]): boolean {
  if (text.length > LONGEST) return false;
  const said = bare(text);
  return words.some(({ ending }) => ending.includes(said));
}

/** In scripts without spaces the next word follows at once. */
function startsWith(said: string, start: string): boolean {
  return (
    said === start ||
    (said.startsWith(start) &&
      !/^[\p{L}\p{N}]/u.test(/[\u3040-\u9FFF\uAC00-\uD7AF]/.test(start) ? "" : said.slice(start.length)))
  );
}

/** In lower case, with straight apostrophes, without signs, numbers in front and marks at the ends. */
export function bare(text: string): string {
  const said = normalForm(text.toLowerCase(), "NFC")
    // The dot of the Turkish capital stays behind.
    .replace(/i\u0307/g, "i")
    .replaceAll("’", "'");
  // From the first letter to the last: to look for marks at the end would go over every line of signs once for each of them.
  const [, inner = ""] = /^[^\p{L}\p{N}(]*([^]*[\p{L}\p{M}\p{N})])?/u.exec(said) ?? [];
  return inner.replace(/\s+/g, " ");
}

/** What follows "Read also:" in a line that is nothing else; undefined for other lines. */
export function introducedBy(content: readonly Inline[], words: readonly Words[]): Inline[] | undefined {
  const text = textOf(content);
  const colon = /[:：]\s*(?=\S)|[】\]|]\s*(?=\S)/u.exec(text);
  if (!colon || colon.index > 60 || widthOf(text) > 200 || text.includes("\n")) return undefined;
  const said = bare(text.slice(0, colon.index));
  if (!words.some(({ related }) => related.has(said))) return undefined;
  let skip = colon.index + colon[0].length;
  return content.flatMap((inline): Inline[] => {
    if (!("text" in inline)) return skip > 0 ? (skip--, []) : [inline];
    const rest = inline.text.slice(skip);
    skip = Math.max(0, skip - inline.text.length);
    return rest ? [{ ...inline, text: rest }] : [];
  });
}

/** The words that a text in a language (BCP 47) may have: its own and those of English, which stand on any page; all for one that is not known. */
export function wordsOf(lang: string | undefined): Words[] {
  const language = primaryLanguage(lang ?? "");
  const own = TAIL_WORDS[{ nb: "no", nn: "no", yue: "zh" }[language] ?? language];
  return (own ? [...new Set([own, TAIL_WORDS.en!])] : Object.values(TAIL_WORDS)).map(listsOnce);
}

const known = new Map<TailWords, Words>();

function listsOnce(words: TailWords): Words {
  const lists = known.get(words) ?? listsOf(words);
  known.set(words, lists);
  return lists;
}

function listsOf({ related, relatedTo = "", newsletter, ending }: TailWords): Words {
  const list = (words: string) =>
    words
      .normalize("NFC")
      .split("|")
      .filter((word) => word !== "");
  return {
    related: new Set(list(related)),
    relatedTo: list(relatedTo),
    newsletter: list(newsletter),
    ending: list(ending),
  };
}
