import { DROPPED, nameOf } from "./elements.ts";

/** The text of an element without that of scripts and the like, by a walk that needs no stack: for markup of any depth. */
export function textWithin(element: Element): string {
  const parts: string[] = [];
  const walker = (element.ownerDocument ?? document).createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node.nodeType === Node.ELEMENT_NODE && DROPPED.has(nameOf(node as Element))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode())
    if (walker.currentNode.nodeType === Node.TEXT_NODE) parts.push(walker.currentNode.nodeValue!);
  return parts.join("");
}

/** On one line, each run of white space one space. Single spaces are left alone: to write each of them anew takes most of the time. */
export function squeeze(text: string): string {
  return text.trim().replace(/\s{2,}|[^\S ]/g, " ");
}
