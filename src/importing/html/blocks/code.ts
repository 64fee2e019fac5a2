import type { Block } from "#domain/article.ts";
import { codeLanguageName } from "#domain/code-language.ts";
import type { Builder, Place } from "./builder.ts";
import { DROPPED, isHidden, nameOf } from "./elements.ts";

/** Text whose lines and spaces count. */
export function preformattedOf(pre: Element, _place: Place, _builder: Builder): Block[] {
  const text = linesOf(pre)
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
  if (text === "") return [];
  const language = languageOf(pre);
  return [{ type: "preformatted", text, ...(language && { language: codeLanguageName(language) }) }];
}

/** Its text with a line break for each `br`, and one behind each line that has an element of its own; without numbers of lines. */
function linesOf(pre: Element): string {
  let text = "";
  const walker = pre.ownerDocument.createTreeWalker(pre, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    const element = node as Element;
    const dropped = (DROPPED.has(nameOf(element)) || isHidden(element) || isLineNumber(element)) && element !== pre;
    return dropped ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
    else if (nameOf(node as Element) === "br") text += "\n";
    else if (/^(?:div|li|p|tr)$/.test(nameOf(node as Element)) && text !== "" && !text.endsWith("\n")) text += "\n";
  }
  return text;
}

function isLineNumber(element: Element): boolean {
  const said = element.getAttribute("class");
  return (
    said !== null &&
    /(?:^|[\s_-])(?:line-?numbers?|lineno|gutter|linenos)(?:$|[\s_-])/i.test(said) &&
    /^[\d\s]*$/.test(element.textContent ?? "")
  );
}

const NO_LANGUAGE = /^(?:none|plain|plaintext|text|txt|nohighlight|auto)$/i;

function languageOf(pre: Element): string | undefined {
  const code = pre.querySelector("code");
  for (const element of [code, pre, pre.parentElement]) {
    if (!element) continue;
    const said =
      element.getAttribute("data-lang") ??
      element.getAttribute("data-language") ??
      /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|brush:\s*)([\w+#.-]{1,20})/i.exec(
        element.getAttribute("class") ?? "",
      )?.[1];
    if (said && /^[\w+#. -]{1,20}$/.test(said) && !NO_LANGUAGE.test(said)) return said;
  }
  return undefined;
}
