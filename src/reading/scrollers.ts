type Scroller = "table" | "code" | "formula";

const SCROLLERS = ".table-scroller, pre, .math";

/**
 * Tables, code and formulas that are wider than the column scroll by themselves. While they do, and only then, they are a named region
 * that the keyboard can reach and scroll. Returns the way to stop watching.
 */
export function watchScrollers(article: HTMLElement, name: (what: Scroller) => string): () => void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) update(target);
  });
  const update = (scroller: HTMLElement) => {
    const scrolls = scroller.scrollWidth > scroller.clientWidth;
    if (scrolls === scroller.hasAttribute("tabindex")) return;
    if (!scrolls) {
      for (const attribute of ["tabindex", "role", "aria-label"]) scroller.removeAttribute(attribute);
      return;
    }
    scroller.tabIndex = 0;
    scroller.setAttribute("role", "region");
    const caption = scroller.querySelector("caption")?.textContent;
    const what = scroller.localName === "pre" ? "code" : scroller.className === "math" ? "formula" : "table";
    scroller.setAttribute("aria-label", caption || name(what));
  };
  const watch = (within: Element) => {
    if (within.matches(SCROLLERS)) observer.observe(within);
    for (const scroller of within.querySelectorAll(SCROLLERS)) observer.observe(scroller);
  };
  watch(article);
  // A long text comes in slices.
  const coming = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) watch(node);
  });
  coming.observe(article, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    coming.disconnect();
  };
}
