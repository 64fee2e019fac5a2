/** What may have a shadow root: https://dom.spec.whatwg.org/#dom-element-attachshadow */
const HOST = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
/** Deeper ones stay where they are, and are not seen. */
const MOST_DEPTH = 50;

/**
 * Puts declarative shadow roots, as saved pages have them, where they are shown: in place of what their host holds, which goes to their
 * slots. A parser leaves them as templates unless it is asked not to (https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#dom-domparser-parsefromstring).
 */
export function unfoldShadowRoots(root: Document | DocumentFragment, depth = 0): void {
  if (depth > MOST_DEPTH) return;
  const kind = root.nodeType === Node.DOCUMENT_NODE ? Document : DocumentFragment;
  const templates: NodeListOf<HTMLTemplateElement> = kind.prototype.querySelectorAll.call(
    root,
    "template[shadowrootmode]",
  ) as NodeListOf<HTMLTemplateElement>;
  for (const template of templates) {
    const host = template.parentElement;
    if (!host || !HOST.test(host.localName)) continue;
    const { content } = template;
    template.remove();
    unfoldShadowRoots(content, depth + 1);
    const light = [...host.childNodes];
    for (const slot of content.querySelectorAll("slot")) {
      const own = light.filter((node) => slotOf(node) === (slot.getAttribute("name") ?? ""));
      if (own.some((node) => node.textContent?.trim() !== "" || node.nodeType === Node.ELEMENT_NODE))
        slot.replaceWith(...own);
    }
    // What has no slot is not shown, but a text that is longer than all that is stays: better twice than lost.
    const unseen = light.filter((node) => !content.contains(node));
    const isMore = lengthOf(unseen) > lengthOf([content]);
    host.replaceChildren(content, ...(isMore ? unseen : []));
  }
}

const slotOf = (node: Node) =>
  (node.nodeType === Node.ELEMENT_NODE ? (node as Element).getAttribute("slot") : null) ?? "";

const lengthOf = (nodes: readonly Node[]) =>
  nodes.reduce((sum, { textContent }) => sum + (textContent ?? "").trim().length, 0);
