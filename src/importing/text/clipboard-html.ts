import { isPlainByStyle } from "../html/blocks/elements.ts";
import { DONE, OPEN } from "../html/blocks/ticks.ts";
import { inertDocument } from "../html/inert-document.ts";
import { unfoldWordLists } from "../html/word-lists.ts";

const MEANT = "h1,h2,h3,h4,h5,h6,ul,ol,dl,table,blockquote,a[href],img,b,strong,i,em,u,s,sup,sub,figure,p,pre";

/**
 * What was copied, as the body of an inert document: only the fragment that was selected, without what word processors put around it, and with elements
 * where they only have styles. Undefined where the markup adds nothing to the text, as that of code editors.
 */
export function clipboardBody(html: string): HTMLElement | undefined {
  const page = inertDocument(fragmentOf(html));
  const { body } = page;
  for (const element of body.querySelectorAll("style,script,meta,title,link,xml,template,span.EOP")) element.remove();
  for (const element of [...body.querySelectorAll("*")]) {
    // Word's own elements: empty paragraphs, smart tags.
    if (element.localName.includes(":")) element.replaceWith(...element.childNodes);
  }
  for (const wrapper of [...body.querySelectorAll('b[id^="docs-internal-guid"],[id^="docs-internal-guid"]')]) {
    if (wrapper.localName === "b" || wrapper.localName === "span") wrapper.replaceWith(...wrapper.childNodes);
  }
  for (const plain of [...body.querySelectorAll<HTMLElement>("b,strong,i,em")]) {
    if (isPlainByStyle(plain)) plain.replaceWith(...plain.childNodes);
  }
  for (const empty of [...body.querySelectorAll("p")]) {
    if ((empty.textContent ?? "").trim() === "" && !empty.querySelector("img,math,svg")) empty.remove();
  }
  unfoldWordLists(body);
  for (const item of body.querySelectorAll("li[role='checkbox']")) tick(item);
  for (const title of [...body.querySelectorAll("p.MsoTitle")]) renamed(title, "h1");
  for (const span of [...body.querySelectorAll<HTMLElement>("span[style]")]) styled(span);
  return body.querySelector(MEANT) ? body : undefined;
}

/** The address of the page that it was copied from, where the system says so. */
export function sourceAddress(html: string): string | undefined {
  return /^SourceURL:(https?:\/\/\S+)/im.exec(html.slice(0, 2000))?.[1];
}

function fragmentOf(html: string): string {
  const start = /<!--\s*StartFragment\s*-->/i.exec(html);
  if (!start) return html.replace(/^(?:\w+:.*\r?\n)+(?=\s*<)/, "");
  const rest = html.slice(start.index + start[0].length);
  const end = rest.search(/<!--\s*EndFragment\s*-->/i);
  const fragment = end < 0 ? rest : rest.slice(0, end);
  // A selection inside a list or a table begins with its items.
  if (/^\s*<li\b/i.test(fragment)) return `<ul>${fragment}</ul>`;
  return /^\s*<(?:tr|td|tbody|thead|col|colgroup)\b/i.test(fragment) ? `<table>${fragment}</table>` : fragment;
}

const styleOf = (element: Element) => element.getAttribute("style") ?? "";

/** Elements for what a span only looks like. */
function styled(span: HTMLElement): void {
  const style = styleOf(span);
  const names: string[] = [];
  const inHeading = span.closest("h1,h2,h3,h4,h5,h6") !== null;
  if (!inHeading && /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) names.push("strong");
  if (/font-style\s*:\s*italic/i.test(style)) names.push("em");
  if (/text-decoration[^;]*:[^;]*line-through/i.test(style)) names.push("s");
  if (/vertical-align\s*:\s*super/i.test(style)) names.push("sup");
  if (/vertical-align\s*:\s*sub\b/i.test(style)) names.push("sub");
  if ((span.textContent ?? "").trim() === "") return;
  for (const name of names) {
    const element = span.ownerDocument.createElement(name);
    element.append(...span.childNodes);
    span.append(element);
  }
}

/** Google Docs has a picture of the box in front of a task. */
function tick(item: Element): void {
  item.querySelector("img[aria-roledescription*='checkbox']")?.remove();
  const sign = item.getAttribute("aria-checked") === "true" ? DONE : OPEN;
  (item.querySelector(":scope > p") ?? item).prepend(`${sign} `);
}

function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}
