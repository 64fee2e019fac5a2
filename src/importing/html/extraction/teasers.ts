import type { Inline } from "#domain/article.ts";
import type { Leaf } from "#domain/text.ts";
import { weightOfText } from "./readability.ts";

/** Less of a title in links is a sentence with a link in it. In parts of the whole. */
const LINKED = 0.6;
const LONGEST_TITLE = 200;
/** Names and dates are links as well, on pages of all kinds. In Latin letters, as all that follows. */
const SHORTEST_TITLE = 25;
/** What is said of one article at most, and at least, and in one paragraph. */
const TEASER = 600;
const SHORTEST = 20;
const PARAGRAPH = 500;
/** An article that goes through others of its site says more of each, or begins with more than this. */
const SECTION = 1000;
const BEFORE = 700;
const HEADINGS = 5;
/** Of so many, paragraphs may be of any length where nothing stands before them. */
const ENTRIES = 8;
const NOTHING = 200;

interface Entry {
  title: number;
  text: number;
}

/**
 * Whether a text is what a home page, or the front of a section, says of the articles that it leads to: each a title that is a link to another page of
 * the site, and some sentences. `address`: the page's own; without it nothing is known of its site. Measured on pages of the Web Content Extraction
 * Benchmark.
 */
export function isListOfTeasers(leaves: readonly Leaf[], address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address) || leaves.filter(isTitle).length < HEADINGS) return false;
  const page = new URL(address);
  const entries = new Map<string, Entry>();
  const linkedHeadings = new Set<string>();
  let [all, before, longest, headings] = [0, 0, 0, 0];
  let open: Entry | undefined;
  for (const leaf of leaves) {
    const whole = weightOfText(leaf.text);
    if (whole === 0 || leaf.inNote) continue;
    all += whole;
    if (leaf.level !== undefined) headings++;
    const linked = weightOfText(leaf.content.map((inline) => (hrefOf(inline) ? textIn(inline) : "")).join(""));
    const href = isTitle(leaf) ? pathOfOther(leaf, page) : undefined;
    if (href !== undefined) {
      if (leaf.level !== undefined) linkedHeadings.add(href);
      open = entries.get(href) ?? { title: 0, text: 0 };
      open.title = Math.max(open.title, whole);
      entries.set(href, open);
    } else if (open) open.text += whole - linked;
    else before += whole - linked;
    if (href === undefined) longest = Math.max(longest, whole - linked);
  }
  const isByHeadings = linkedHeadings.size >= HEADINGS && linkedHeadings.size > LINKED * headings;
  if (isByHeadings && page.pathname === "/") return true;
  const isBrief = isByHeadings && all < SECTION * linkedHeadings.size;
  if (isBrief && linkedHeadings.size >= ENTRIES && before < NOTHING) return true;
  if (longest > TEASER) return false;
  if (isBrief && longest < PARAGRAPH && before < BEFORE) return true;
  const teasers = [...entries.values()].filter(
    ({ title, text }) => title >= SHORTEST_TITLE && text >= SHORTEST && text < TEASER,
  );
  return teasers.length >= ENTRIES && teasers.reduce((sum, { title, text }) => sum + title + text, 0) > 0.75 * all;
}

/** Whether a leaf is little more than a link. */
function isTitle({ content, text: { length } }: Leaf): boolean {
  if (length === 0 || length > LONGEST_TITLE) return false;
  let linked = 0;
  for (const inline of content) if (hrefOf(inline)) linked += textIn(inline).length;
  return linked > LINKED * length;
}

/** The path of another page of the site that a leaf leads to first. Permanent links of answers to the same page differ in their query. */
function pathOfOther({ content }: Leaf, page: URL): string | undefined {
  const href = content.map(hrefOf).find((one) => one !== undefined);
  if (href === undefined || !URL.canParse(href)) return undefined;
  const { hostname, pathname } = new URL(href);
  return isSameSite(hostname, page.hostname) && pathname !== page.pathname ? pathname : undefined;
}

function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((host) => host.replace(/^www\./, "")) as [string, string];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function hrefOf(inline: Inline): string | undefined {
  const mark = inline.marks?.find(({ type }) => type === "link");
  return mark?.type === "link" ? mark.href : undefined;
}

const textIn = (inline: Inline) => ("text" in inline ? inline.text : "");
