import { LinkDensities } from "./link-densities.ts";

/** What of Readability's own methods is called here, or called by them. */
interface Reader {
  REGEXPS: { byline: RegExp; hasContent: RegExp; hashUrl: RegExp; normalize: RegExp };
  _doc: Document;
  _getInnerText(element: Element, normalize?: boolean): string;
  /** From when scores are given on. */
  densities?: LinkDensities | undefined;
  /** The element that is being judged, and its text once that was asked for. */
  judged?: Element | undefined;
  judgedText?: string | undefined;
}

/** Its `DIV_TO_P_ELEMS`. */
const BLOCKS = "blockquote, dl, div, img, ol, p, pre, table, ul";

const textOf = (element: Element, { REGEXPS }: Reader) => element.textContent.trim().replace(REGEXPS.normalize, " ");

/** Links within the page count for less. */
function weightOf(link: Element, { REGEXPS }: Reader): number {
  const href = link.getAttribute("href");
  return href && REGEXPS.hashUrl.test(href) ? 0.3 : 1;
}

/**
 * Methods of Readability 0.6.0 with the same answers found sooner, for nothing but which text it keeps is asked of it. Its own read the text of
 * every element of the page for a byline, its computed style for whether it shows, ask for the same text again and again, go through live
 * lists, and tidy the article for being shown.
 * https://github.com/mozilla/readability/blob/0.6.0/Readability.js
 */
export const SHORTCUTS = {
  _isValidByline(this: Reader, element: Element, names: string): boolean {
    const says =
      element.getAttribute("rel") === "author" ||
      element.getAttribute("itemprop")?.includes("author") ||
      this.REGEXPS.byline.test(names);
    if (!says) return false;
    const { length } = element.textContent.trim();
    return length > 0 && length < 100;
  },

  _isProbablyVisible(element: Element): boolean {
    const style = element.getAttribute("style");
    if (style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return false;
    if (element.hasAttribute("hidden")) return false;
    // Wikimedia's pictures of formulas are hidden from those who have the formula.
    return (
      element.getAttribute("aria-hidden") !== "true" ||
      (element.getAttribute("class")?.includes("fallback-image") ?? false)
    );
  },

  _isElementWithoutContent(element: Element): boolean {
    for (let child = element.firstElementChild; child; child = child.nextElementSibling)
      if (child.localName !== "br" && child.localName !== "hr") return false;
    return element.textContent.trim() === "";
  },

  _hasSingleTagInsideElement(this: Reader, element: Element, tag: string): boolean {
    const only = element.firstElementChild;
    if (only?.tagName !== tag || only.nextElementSibling) return false;
    for (let child = element.firstChild; child; child = child.nextSibling)
      if (child.nodeType === Node.TEXT_NODE && this.REGEXPS.hasContent.test(child.nodeValue!)) return false;
    return true;
  },

  _hasChildBlockElement(element: Element): boolean {
    return element.querySelector(BLOCKS) !== null;
  },

  _getInnerText(this: Reader, element: Element, normalize = true): string {
    if (!normalize) return element.textContent.trim();
    if (element !== this.judged) return textOf(element, this);
    this.judgedText ??= textOf(element, this);
    return this.judgedText;
  },

  /** What decides asks for the same text up to eight times, and takes out nothing itself. */
  _removeNodes(this: Reader, elements: ArrayLike<Element>, isToGo?: (element: Element) => boolean) {
    for (const element of Array.from(elements).reverse()) {
      if (!element.parentNode) continue;
      this.judged = element;
      this.judgedText = undefined;
      const goes = isToGo?.call(this, element) ?? true;
      this.judged = undefined;
      if (goes) element.remove();
    }
  },

  _getLinkDensity(this: Reader, element: Element): number {
    if (this.densities?.areTrue()) return this.densities.of(element);
    const links = element.getElementsByTagName("a");
    if (links.length === 0) return 0;
    const { length } = this._getInnerText(element);
    if (length === 0) return 0;
    let linked = 0;
    for (const link of [...links]) linked += this._getInnerText(link).length * weightOf(link, this);
    return linked / length;
  },

  /** Scores are given, and the links in what got one counted, before anything more is moved or taken out. */
  _getNodeAncestors(this: Reader, node: Node, most?: number): Node[] {
    this.densities ??= new LinkDensities(this._doc, (link) => weightOf(link, this));
    const ancestors: Node[] = [];
    for (let at = node.parentNode; at && ancestors.length !== most; at = at.parentNode) ancestors.push(at);
    return ancestors;
  },

  _forEachNode(this: Reader, nodes: ArrayLike<Node>, each: (node: Node, index: number) => void) {
    Array.from(nodes).forEach(each, this);
  },

  _cleanStyles() {},
  _fixLazyImages() {},
  _postProcessContent() {},
};
