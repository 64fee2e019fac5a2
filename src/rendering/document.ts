/**
 * A whole page from the built shell. The shell is text of our own build with known places in it; the service worker and the
 * build fill them. Every value is escaped on its way in.
 */
import type { Look } from "#domain/look.ts";
import type { Attributes } from "./factory.ts";
import { escapeHtml, stringFactory } from "./string-factory.ts";

export interface PageContent {
  /** BCP 47: of the title and of what the page is about. The app's own words around it say their language themselves. */
  lang: string;
  title: string;
  description?: string;
  article?: { attributes: Attributes; html: string };
  /** The page opens at its `<span id="at">`: nothing is painted before that has come, so that the text does not jump there. */
  inPlace?: boolean;
}

/** The shell with an article and its head in it. */
export function fillPage(shell: string, content: PageContent): string {
  let page = replace(shell, /<html lang="[^"]*"/, `<html lang="${escapeHtml(content.lang)}"`);
  page = replace(page, /<title>[^<]*<\/title>/, `<title>${escapeHtml(content.title)}</title>`);
  if (content.description) {
    page = replace(
      page,
      /<meta\s+name="description"[^>]*>/,
      stringFactory.element("meta", { name: "description", content: content.description }, []),
    );
  }
  if (content.article) {
    const { attributes, html } = content.article;
    page = replace(
      page,
      /<article id="article"[^>]*><\/article>/,
      stringFactory.element("article", { id: "article", ...attributes }, [html]),
    );
  }
  return content.inPlace ? replace(page, /<\/head>/, "<link rel=expect href=#at blocking=render></head>") : page;
}

/**
 * The page as the reader wants it to look before anything is painted: attributes on the root, and custom properties in
 * a style element that the page's policy admits by its nonce (a `style` attribute would need `unsafe-inline`). A property whose
 * value could end its declaration is left out.
 */
export function applyLook(page: string, { attributes, properties, paper }: Look, nonce: string): string {
  const onRoot = Object.entries(attributes)
    .filter(([name]) => /^data-[a-z-]+$/.test(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  let out = replace(page, /<html\b/, `<html${onRoot.join("")}`);
  if (paper && PLAIN_VALUE.test(paper)) {
    // Both, one for each colour scheme of the system: the page changes them back when the theme is automatic again.
    out = out.replace(/(<meta\s+name="theme-color"\s+content=")[^"]*/g, `$1${paper}`);
  }
  const declarations = Object.entries(properties)
    .filter(([name, value]) => /^--[a-z-]+$/.test(name) && PLAIN_VALUE.test(value))
    .map(([name, value]) => `${name}:${value}`);
  if (declarations.length > 0) {
    out = replace(out, /<\/head>/, `<style nonce="${nonce}">:root{${declarations.join(";")}}</style></head>`);
  }
  return out;
}

const PLAIN_VALUE = /^[#.\w-]+$/;

/** A replacement whose text is taken as it is: "$&" in a title is just that. */
function replace(page: string, place: RegExp, by: string): string {
  return page.replace(place, () => by);
}
