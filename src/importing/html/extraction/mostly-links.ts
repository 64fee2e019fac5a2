import type { Inline } from "#domain/article.ts";
import type { Leaf } from "#domain/text.ts";
import { weightOfText } from "./readability.ts";

/** A link with less than this of other text around it, in parts of the whole, stands by itself. */
const BY_ITSELF = 0.2;
/** A leaf with more text than this outside its links is there to be read, in Latin letters. */
const PROSE = 120;
/** Fewer entries are no list, and fewer linked headings no front page. */
const ENTRIES = 10;
const HEADINGS = 5;
/** A front page says this much or less of what each of its headings leads to. An article that goes through products or books says more. */
const TEASER = 300;

/**
 * Whether a text is a list of ways to other pages rather than an article: more than half of the text is links; or lines of links by far outnumber
 * paragraphs; or most headings are links, with a line or two under each. Measured on pages of the Web Content Extraction Benchmark.
 */
export function isMostlyLinks(leaves: readonly Leaf[]): boolean {
  let [linked, all, entries, prose, headings, linkedHeadings] = [0, 0, 0, 0, 0, 0];
  for (const { content, text, level, inNote } of leaves) {
    const whole = weightOfText(text);
    if (whole === 0 || inNote) continue;
    const part = weightOfText(content.map((inline) => (isLink(inline) ? inline.text : "")).join(""));
    const isEntry = part > whole * (1 - BY_ITSELF);
    all += whole;
    linked += part;
    if (isEntry) entries++;
    if (whole - part > PROSE) prose++;
    if (level === undefined) continue;
    headings++;
    if (isEntry) linkedHeadings++;
  }
  if (entries >= HEADINGS && linked > all / 2) return true;
  if (entries >= ENTRIES && entries > 2 * prose && linked > 0.35 * all) return true;
  return linkedHeadings >= HEADINGS && linkedHeadings > 0.6 * headings && all < TEASER * linkedHeadings;
}

const isLink = (inline: Inline): inline is Extract<Inline, { text: string }> =>
  "text" in inline && (inline.marks ?? []).some(({ type }) => type === "link");
