/** The allow-list. What is named nowhere here is walked for its text and leaves no trace of itself. */

import type { Mark } from "#domain/article.ts";

/** Neither they nor anything in them is text of an article. */
export const DROPPED: ReadonlySet<string> = new Set(
  (
    "applet area base button canvas col colgroup command data-list datalist dialog frame frameset head input link map menuitem meta meter " +
    "nav noembed noframes optgroup option param progress rp script select slot-fallback source style svg template textarea title track"
  ).split(" "),
);

/** They begin a new line and end it; within, the walk goes on. */
export const BREAKS: ReadonlySet<string> = new Set(
  (
    "address article aside body caption center dd details dir div dt fieldset figcaption figure footer form header hgroup html legend li " +
    "main p search section summary tbody td tfoot th thead tr"
  ).split(" "),
);

/** Plain marks by element. */
export const MARKS: Readonly<Record<string, Mark["type"]>> = {
  em: "emphasis",
  i: "emphasis",
  var: "emphasis",
  dfn: "emphasis",
  strong: "strong",
  b: "strong",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
  del: "deleted",
  s: "deleted",
  strike: "deleted",
  small: "small",
  sub: "subscript",
  sup: "superscript",
  cite: "citation",
};

/** Whether bold or italic by its name is plain by its style: Google Docs and editors write their text into such a `b`. */
export function isPlainByStyle(element: Element): boolean {
  const style = element.getAttribute("style");
  if (style === null) return false;
  return /^(?:b|strong)$/.test(element.localName)
    ? /font-weight\s*:\s*(?:normal|400)\b/i.test(style)
    : /^(?:i|em)$/.test(element.localName) && /font-style\s*:\s*normal\b/i.test(style);
}

function isHiddenByName(element: Element): boolean {
  const hidden = element.getAttribute("hidden");
  return hidden !== null && hidden.toLowerCase() !== "until-found";
}

/** Whether the element is not rendered, by an attribute or a style of its own. What is there and only not seen has its place and its number. */
export function isUnrendered(element: Element): boolean {
  const style = element.getAttribute("style");
  return isHiddenByName(element) || (style !== null && /(?:^|;)\s*display\s*:\s*none/i.test(style));
}

/** Whether nobody sees the element: hidden by attribute, or by a style of its own. */
export function isHidden(element: Element): boolean {
  if (isHiddenByName(element)) return true;
  if (element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style");
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style);
}

/** Takes from the element itself what hides it by `isHidden`. */
export function reveal(element: Element): void {
  element.removeAttribute("hidden");
  element.removeAttribute("aria-hidden");
  const style = element.getAttribute("style");
  if (style !== null)
    element.setAttribute(
      "style",
      style.replace(/(^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))[^;]*/gi, "$1"),
    );
}

/** The element's own children by a path that no named form control can hide. */
export function nameOf(node: Element): string {
  return node.localName.toLowerCase();
}

/** An attribute, trimmed, its white space collapsed, and no longer than `limit` UTF-16 units; undefined if it says nothing. */
export function attributeOf(element: Element, name: string, limit = 1000): string | undefined {
  const value = element.getAttribute(name);
  if (value === null) return undefined;
  return cut(value, limit) || undefined;
}

/** A text on one line, cut at `limit` UTF-16 units, never through a character. */
export function cut(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 4)
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
