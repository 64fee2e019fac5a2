import type { TextDirection } from "#domain/article.ts";
import { languageName } from "../language-name.ts";

export interface LanguageChoice {
  lang: string;
  name: string;
}

/** The languages that are likely for a draft: as it is, and those that its reader has chosen in the browser. */
export function likelyLanguages(lang: string, chosen: readonly string[] = navigator.languages): LanguageChoice[] {
  const tags = [lang, ...chosen.map((tag) => tag.split("-", 1)[0]!)].filter((tag) => tag !== "und");
  return [...new Set(tags)].map((tag) => ({ lang: tag, name: languageName(tag) }));
}

/** Every language with a code of two letters that the browser has a name for, by its name. Each name once: Akan has two codes. */
export function allLanguages(): LanguageChoice[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x61 + index));
  const found = new Map<string, string>();
  const names = new Set<string>();
  for (const first of letters) {
    for (const second of letters) {
      const [tag] = Intl.getCanonicalLocales(first + second);
      const name = tag && languageName(tag);
      if (!name || name === tag || names.has(name)) continue;
      names.add(name);
      found.set(tag, name);
    }
  }
  return Array.from(found, ([lang, name]) => ({ lang, name })).sort((a, b) => a.name.localeCompare(b.name));
}

type LocaleWithText = Intl.Locale & {
  textInfo?: { direction?: string };
  getTextInfo?(): { direction?: string };
};

/** How a language is written, where the browser knows: https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Intl/Locale/getTextInfo */
export function directionOf(lang: string): TextDirection | undefined {
  try {
    const locale: LocaleWithText = new Intl.Locale(lang);
    const { direction } = locale.getTextInfo?.() ?? locale.textInfo ?? {};
    return direction === "rtl" || direction === "ltr" ? direction : undefined;
  } catch {
    return undefined;
  }
}
