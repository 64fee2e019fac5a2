/**
 * A whole page from the built shell. The shell is text of our own build with known places in it; the service worker and the
 * build fill them. Every value is escaped on its way in.
 */
import { settingsToRoot, type Settings } from "#domain/settings.ts";
import { PAPER } from "#domain/theme-colors.ts";
import type { Attributes } from "./factory.ts";
import { escapeHtml, stringFactory } from "./string-factory.ts";

export interface PageContent {
  /** BCP 47: of the title and of what the page is about. The app's own words around it say their language themselves. */
  lang: string;
  title: string;
  description?: string;
  article?: { attributes: Attributes; html: string };
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
  return page;
}

/**
 * The page with the reader's settings in force before anything is painted: attributes on the root, and custom properties in
 * a style element that the page's policy admits by its nonce (a `style` attribute would need `unsafe-inline`).
 */
export function applySettings(page: string, settings: Settings, nonce: string): string {
  const { attributes, properties } = settingsToRoot(settings);
  let out = page;
  if (Object.keys(attributes).length > 0) {
    const extra = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
    out = replace(out, /<html\b/, `<html${extra.join("")}`);
  }
  if (settings.theme !== "automatic") {
    // Both, one for each colour scheme of the system: the page changes them back when the theme is automatic again.
    out = out.replace(/(<meta\s+name="theme-color"\s+content=")[^"]*/g, `$1${PAPER[settings.theme]}`);
  }
  const declarations = Object.entries(properties).map(([name, value]) => `${name}:${value}`);
  if (declarations.length > 0) {
    out = replace(out, /<\/head>/, `<style nonce="${nonce}">:root{${declarations.join(";")}}</style></head>`);
  }
  return out;
}

/** A replacement whose text is taken as it is: "$&" in a title is just that. */
function replace(page: string, place: RegExp, by: string): string {
  return page.replace(place, () => by);
}
