import { words } from "./words.ts";

/** "ar" as "Arabic" in the language of the app; the tag itself where it has no name. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([words.lang], { type: "language", languageDisplay: "standard" }).of(tag) || tag;
  } catch {
    return tag;
  }
}
