const made = new Map<string, Intl.Segmenter>();

/** "en" of "en-GB"; "und" for what is not a language tag. */
export function primaryLanguage(tag: string): string {
  return /^[a-z]{2,3}(?![a-z0-9])/i.exec(tag)?.[0].toLowerCase() ?? "und";
}

/**
 * The platform's segmenter for a language, made once. Only the primary subtag counts: no platform cuts text differently for a
 * region, and tags come from foreign pages, so that they may be anything.
 */
export function segmenter(lang: string, granularity: "sentence" | "word" | "grapheme"): Intl.Segmenter {
  const language = primaryLanguage(lang);
  const key = language + granularity;
  let found = made.get(key);
  if (!found) made.set(key, (found = new Intl.Segmenter(language, { granularity })));
  return found;
}
