type Scroller = "table" | "code" | "formula";

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
  const watch = () => {
    for (const scroller of article.querySelectorAll(".table-scroller, pre, .math")) observer.observe(scroller);
  };
  watch();
  // The end of a long article may come later than its scripts.
  addEventListener("DOMContentLoaded", watch);
  return () => {
    observer.disconnect();
    removeEventListener("DOMContentLoaded", watch);
  };
}
