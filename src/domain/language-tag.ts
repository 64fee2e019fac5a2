import type { TextDirection } from "./article.ts";

/** Scripts written from right to left that languages on the web are found in. */
const RIGHT_TO_LEFT = new Set([
  "Adlm",
  "Arab",
  "Aran",
  "Hebr",
  "Mand",
  "Mend",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
  "Yezi",
]);

const NAMES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** The canonical form of a BCP 47 tag; undefined if it is none, or of a language that nobody knows ("english"). */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical && NAMES.of(new Intl.Locale(canonical).language) ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/** The direction a language is written in, by its usual script. `Locale.textInfo` knows it too, but not in every Node we run on. */
export function directionOf(lang: string): TextDirection {
  const script = new Intl.Locale(lang).maximize().script;
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
}
