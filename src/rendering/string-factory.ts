import type { ElementFactory } from "./factory.ts";

const VOID_ELEMENTS = new Set(["br", "hr", "img", "link", "meta"]);

/** Where something is to be put later. `escapeHtml` leaves none of these in a text. */
export const GAP = "\0";

/** Makes HTML text. Everything that comes from an article passes through `escapeHtml`; names of elements and attributes are ours. */
export const stringFactory: ElementFactory<string> = {
  element(name, attributes, children) {
    let html = `<${name}`;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (value !== undefined) html += ` ${attribute}="${escapeHtml(value)}"`;
    }
    return VOID_ELEMENTS.has(name) ? `${html}>` : `${html}>${children.join("")}</${name}>`;
  },
  text: escapeHtml,
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // Parsers turn a bare one into a line feed, and two characters into one.
  "\r": "&#13;",
  // Nothing in HTML means it, and left alone it would vanish: offsets in the text must not move.
  "\0": "\uFFFD",
};

/** Text that is safe both between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r\0]/g, (character) => ENTITIES[character]!);
}
