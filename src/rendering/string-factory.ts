import type { ElementFactory } from "./factory.ts";

const VOID_ELEMENTS = new Set(["br", "hr", "img", "link", "meta"]);

/** Makes HTML text. Everything that comes from an article passes through `escapeHtml`; names of elements and attributes are ours. */
export const stringFactory: ElementFactory<string> = {
  element(name, attributes, children) {
    let html = `<${name}`;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (value !== undefined) html += value === "" ? ` ${attribute}=""` : ` ${attribute}="${escapeHtml(value)}"`;
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
};

/** Text that is safe both between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
