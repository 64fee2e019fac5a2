/** What scrolls by itself where it is wider than a page, and is kept in one piece therefore. */
const SCROLLERS = ".table-scroller, pre, .math";

/**
 * A table or code that is taller than a page, and no wider, goes on over the next pages, between its rows or lines. A browser keeps what
 * scrolls in one piece, so it must not scroll; what is taller and wider scrolls both ways. Answers whether anything has changed.
 */
export function breakTallScrollers(article: HTMLElement): boolean {
  let changed = false;
  // They stay horizontal where the text is not, and cannot go on in another column.
  if (getComputedStyle(article).writingMode.startsWith("vertical")) return changed;
  for (const scroller of article.querySelectorAll<HTMLElement>(SCROLLERS)) {
    const breaks = "breaks" in scroller.dataset;
    const fits = scroller.scrollWidth <= scroller.clientWidth + 1;
    // One that is broken is as tall as it was, unless the pages have grown: then it is put together again to be measured.
    if (breaks) delete scroller.dataset["breaks"];
    const tall = scroller.scrollHeight > scroller.clientHeight + 1;
    if (fits && tall) scroller.dataset["breaks"] = "";
    changed ||= breaks !== (fits && tall);
  }
  return changed;
}

/** Takes back what `breakTallScrollers` did. */
export function mendScrollers(article: HTMLElement): void {
  for (const scroller of article.querySelectorAll<HTMLElement>("[data-breaks]")) delete scroller.dataset["breaks"];
}
