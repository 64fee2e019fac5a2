/** Finds in a text what the reader wants said otherwise. */
import type { Span } from "./position.ts";
import type { Pronunciation } from "./pronunciations.ts";
import { primaryLanguage } from "./segmenters.ts";

export interface Respelling {
  /** Of the text. */
  source: Span;
  spoken: string;
}

/**
 * All places in a text where an entry of the list applies, in order, not overlapping: the first one wins, and where two begin at
 * once the longer. `languageAt` tells the language of a place.
 */
export function respellings(
  text: string,
  list: readonly Pronunciation[],
  languageAt: (span: Span) => string,
): Respelling[] {
  const found: Respelling[] = [];
  for (const entry of list)
    for (const { 0: match, index } of text.matchAll(pattern(entry))) {
      const source = { start: index, end: index + match.length };
      if (!entry.lang || speaks(languageAt(source), entry.lang)) found.push({ source, spoken: entry.say.trim() });
    }
  found.sort((a, b) => a.source.start - b.source.start || b.source.end - a.source.end);
  let end = 0;
  return found.filter(({ source }) => {
    if (source.start < end) return false;
    end = source.end;
    return true;
  });
}

/** A text with the list applied: for what stands outside the article's own text. */
export function respelled(text: string, list: readonly Pronunciation[], lang: string): string {
  let said = "";
  let at = 0;
  for (const { source, spoken } of respellings(text, list, () => lang)) {
    said += text.slice(at, source.start) + spoken;
    at = source.end;
  }
  return said + text.slice(at);
}

const patterns = new WeakMap<Pronunciation, RegExp>();

function pattern(entry: Pronunciation): RegExp {
  let made = patterns.get(entry);
  if (!made) {
    const words = entry.match.trim().split(/\s+/).map(literally).join("\\s+");
    const whole = entry.wholeWord ? `(?<!${LETTER})${words}(?!${LETTER})` : words;
    patterns.set(entry, (made = new RegExp(whole, entry.matchCase ? "gu" : "giu")));
  }
  return made;
}

const LETTER = "[\\p{L}\\p{M}\\p{N}]";

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/['’]/g, "['’]");
}

/** "en" is spoken by every English; "en-GB" by British English only. */
function speaks(lang: string, wanted: string): boolean {
  const [is, want] = [lang.toLowerCase(), wanted.toLowerCase()];
  return want.includes("-") ? is === want || is.startsWith(`${want}-`) : primaryLanguage(is) === want;
}
