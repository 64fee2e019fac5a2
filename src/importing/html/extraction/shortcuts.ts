/** What of Readability's own methods is called here, or called by them. */
interface Reader {
  REGEXPS: { byline: RegExp };
}

/**
 * Methods of Readability 0.6.0 with the same answers found sooner, for nothing but which text it keeps is asked of it. Its own read the text of
 * every element of the page for a byline, its computed style for whether it shows, and tidy the article for being shown.
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
    for (const child of element.children) if (child.localName !== "br" && child.localName !== "hr") return false;
    return element.textContent.trim() === "";
  },

  _cleanStyles() {},
  _fixLazyImages() {},
  _postProcessContent() {},
};
