import { inertDocument } from "../../html/inert-document.ts";

/** The text of an XML or XHTML file: UTF-8 unless its first bytes or its declaration say otherwise. */
export function decodeMarkup(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const marked =
    head.startsWith("\xff\xfe") || head.startsWith("<\0")
      ? "utf-16le"
      : /^(\xfe\xff|\0<)/.test(head)
        ? "utf-16be"
        : undefined;
  const [, declared] = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head) ?? [];
  try {
    return new TextDecoder(marked ?? declared ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** A file of the book as an inert document: as XML where it is well formed, else as HTML. */
export function parseMarkup(bytes: Uint8Array): Document {
  return inertDocument(decodeMarkup(bytes), "application/xhtml+xml");
}

/** All elements of this name in any namespace, as the files that are not quite well formed have them with their prefix. */
export function all(root: Document | Element, name: string): Element[] {
  return [...root.getElementsByTagName("*")].filter((element) => localNameOf(element) === name);
}

function localNameOf(element: Element): string {
  return element.localName.slice(element.localName.indexOf(":") + 1).toLowerCase();
}

export function textOf(element: Element | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** The values of `epub:type`, whatever prefix it has. */
export function typesOf(element: Element): string[] {
  const said =
    element.getAttributeNS("http://www.idpf.org/2007/ops", "type") ?? element.getAttribute("epub:type") ?? "";
  return said.toLowerCase().split(/\s+/).filter(Boolean);
}
