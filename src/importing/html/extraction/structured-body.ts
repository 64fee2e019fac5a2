import { inertDocument } from "../inert-document.ts";
import { weightOfText, weightWithin } from "./readability.ts";
import { type Region, regionWithin, usualRegion } from "./region.ts";
import { threadOf } from "./threads.ts";

/** The text in a page's data is taken where it has this many times as much as the page shows, and at least this much, in Latin letters. */
const MUCH_MORE = 2;
const LEAST = 200;

const added = new WeakMap<Document, Element>();

/**
 * The region that importing takes: the posts of a thread, else the usual one or, where the page's data have a much longer text than that, the same as paragraphs at
 * the end of the page, to which they are added once.
 */
export function regionWithBody(page: Document, body: string | undefined): Region | undefined {
  const thread = threadOf(page);
  if (thread) return thread;
  const known = added.get(page);
  if (known) return regionWithin(known);
  const region = usualRegion(page);
  if (!body || weightOfText(body) < LEAST) return region;
  const markup = inertDocument(markupOf(body));
  const weight = weightOfText(markup.body.textContent.replace(/\s+/g, " "));
  if (weight < LEAST || (region && weight < MUCH_MORE * weightWithin(region.root, region.isOut))) return region;
  const section = page.createElement("section");
  section.append(...markup.body.childNodes);
  for (const element of section.querySelectorAll("script, style, link, template, noscript, iframe, object, embed"))
    element.remove();
  page.body.append(section);
  added.set(page, section);
  return regionWithin(section);
}

/** Blank lines part paragraphs, else line ends do; without either it is one. */
function markupOf(body: string): string {
  if (/<(?:p|div|br|h[1-6]|ul|ol|li|blockquote)\b/i.test(body)) return body;
  const lines = body.replace(/\r\n?/g, "\n");
  const paragraphs = lines.split(/\n\s*\n/.test(lines.trim()) ? /\n\s*\n/ : /\n/);
  return paragraphs.map((text) => `<p>${text}</p>`).join("\n");
}
