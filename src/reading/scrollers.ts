/**
 * Tables and code that are wider than the column scroll by themselves. While they do, and only then, they are a named region
 * that the keyboard can reach and scroll. Returns the way to stop watching.
 */
export function watchScrollers(article: HTMLElement, name: (what: "table" | "code") => string): () => void {
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
    scroller.setAttribute("aria-label", caption || name(scroller.localName === "pre" ? "code" : "table"));
  };
  for (const scroller of article.querySelectorAll<HTMLElement>(".table-scroller, pre")) observer.observe(scroller);
  return () => observer.disconnect();
}
