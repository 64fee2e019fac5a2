import type { TextDirection } from "#domain/article.ts";
import { canonicalLanguage, directionOf } from "#domain/language-tag.ts";

/** The language that a page declares, if it is one: by its elements, its headers, or for those who link to it. */
export function declaredLanguage(page: Document, said: string | undefined): string | undefined {
  const tags = [
    page.documentElement.getAttribute("lang"),
    page.documentElement.getAttribute("xml:lang"),
    page.body?.getAttribute("lang"),
    page.querySelector('meta[http-equiv="content-language" i]')?.getAttribute("content"),
    said,
    page.querySelector('meta[property="og:locale"]')?.getAttribute("content"),
  ];
  for (const tag of tags) {
    const lang = tag && canonicalLanguage(tag.trim().split(",")[0]!.replaceAll("_", "-"));
    if (lang && lang !== "und") return lang;
  }
  return undefined;
}

/** The direction of an article: what the page says, else that of its language. */
export function directionIn(page: Document, root: Element | undefined, lang: string): TextDirection {
  const said = (root?.closest("[dir]") ?? page.documentElement).getAttribute("dir")?.toLowerCase();
  if (said === "ltr" || said === "rtl") return said;
  return lang === "und" ? "ltr" : directionOf(lang);
}
