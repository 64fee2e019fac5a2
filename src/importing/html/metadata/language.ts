import type { TextDirection } from "#domain/article.ts";
import { canonicalLanguage } from "#domain/language-tag.ts";

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

/** The direction that a page says its text has. */
export function declaredDirection(page: Document, root: Element): TextDirection | undefined {
  const said = (root.closest("[dir]") ?? page.documentElement).getAttribute("dir")?.toLowerCase();
  return said === "ltr" || said === "rtl" ? said : undefined;
}
