import { isUseful, scriptKindOf } from "#domain/script.ts";
import type { Leaf } from "#domain/text.ts";
import { leafElement, rangeOf } from "../ranges.ts";
import { loadSyllables, patternsFor, type Syllables } from "./hyphenation.ts";
import { languagesOf } from "./languages.ts";

export interface SyllableOptions {
  leaves: readonly Leaf[];
  lang: string;
  /** Patterns could not be fetched. */
  onMissing(): void;
}

/** How far from the window text is marked already, in parts of its height. */
const AHEAD = "100%";

/** Its name in `styles/aids.css`. */
const HIGHLIGHT = "syllable";

/**
 * Tints every other syllable of what is in or near the window. By the CSS Custom Highlight API: no element, no soft hyphen and no character
 * is put into the text, so what is copied, found and read out stays as it was. Returns the way to stop.
 */
export function markSyllables({ leaves, lang, onMissing }: SyllableOptions): () => void {
  if (!("highlights" in CSS)) return () => {};
  const highlight = new Highlight();
  // Over the sentence being read aloud; the tint lets its colour through.
  highlight.priority = 2;
  CSS.highlights.set(HIGHLIGHT, highlight);
  const byElement = new Map<Element, Leaf>();
  const marked = new Map<Element, readonly Range[]>();
  let stopped = false;
  let told = false;

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) void mark(target).catch(failed);
        else unmark(target);
      }
    },
    { rootMargin: AHEAD },
  );

  async function mark(element: Element): Promise<void> {
    const leaf = byElement.get(element);
    if (!leaf || marked.has(element)) return;
    marked.set(element, []);
    const stretches = languagesOf(leaf, lang);
    const names = stretches.map((stretch) =>
      isUseful("syllables", scriptKindOf(stretch.lang)) ? patternsFor(stretch.lang) : undefined,
    );
    const patterns = await Promise.all(names.map((name) => name && loadSyllables(name)));
    if (stopped || !marked.has(element)) return;
    const ranges = stretches.flatMap(({ span }, i) => alternate(leaf, span.start, span.end, patterns[i]));
    marked.set(element, ranges);
    for (const range of ranges) highlight.add(range);
  }

  function unmark(element: Element): void {
    for (const range of marked.get(element) ?? []) highlight.delete(range);
    marked.delete(element);
  }

  function failed(): void {
    marked.clear();
    if (!told && !stopped) onMissing();
    told = true;
  }

  for (const leaf of leaves) {
    const element = leafElement(leaf.number);
    if (!element || leaf.content.length === 0) continue;
    byElement.set(element, leaf);
    near.observe(element);
  }
  return () => {
    stopped = true;
    near.disconnect();
    CSS.highlights.delete(HIGHLIGHT);
  };
}

/** The second, fourth ... syllable of each word. */
function alternate(leaf: Leaf, from: number, to: number, syllables: Syllables | "" | undefined): Range[] {
  if (!syllables) return [];
  return syllables(leaf.text.slice(from, to)).flatMap((word) =>
    word.flatMap(({ start, end }, i) => {
      const range = i % 2 === 1 ? rangeOf(leaf.number, { start: start + from, end: end + from }) : undefined;
      return range ? [range] : [];
    }),
  );
}
