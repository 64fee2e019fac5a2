import type { Page } from "@playwright/test";

/** What turning through an article from its first page to its last has shown. */
export interface Shown {
  pages: number;
  /** Letters, figures and signs of the article that were to be seen on so many pages, by their text and where they stand; none where all is well. */
  never: string[];
  cut: string[];
  twice: string[];
  /** How many were to be seen once. */
  once: number;
}

/**
 * Turns with the button through the article in pages, and looks for every character on every page: it is seen where all of its box lies
 * in the box of the page. What is in a table, in code or in a formula that scrolls by itself is seen where that lies there wholly.
 */
export function turnThrough(page: Page): Promise<Shown> {
  return page.evaluate(async () => {
    const article = document.getElementById("article")!;
    const next = document.querySelector<HTMLElement>(".page-turner .page-on")!;
    const frame = () => new Promise(requestAnimationFrame);
    document
      .querySelector<HTMLElement>("body")!
      .dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
    await frame();
    await frame();
    const count = Number(/of (\d+)/.exec(document.querySelector(".page-turner p")!.textContent!)![1]);

    const texts: Text[] = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const seen = texts.map(({ length }) => new Uint8Array(length));
    const cut: string[] = [];
    const range = document.createRange();
    const nameOf = (text: Text, at: number) =>
      `“${text.data.slice(Math.max(0, at - 12), at)}[${text.data[at]}]${text.data.slice(at + 1, at + 12)}” in ${text.parentElement!.localName}`;
    const scrollerOf = (text: Text) => {
      const scroller = text.parentElement!.closest<HTMLElement>(".table-scroller, pre, .math");
      const scrolls =
        scroller &&
        (scroller.scrollWidth > scroller.clientWidth || scroller.scrollHeight > scroller.clientHeight) &&
        getComputedStyle(scroller).overflowX !== "visible";
      return scrolls ? scroller : undefined;
    };

    const box = article.getBoundingClientRect();
    const foot = document.querySelector(".page-turner")!.getBoundingClientRect();
    if (box.bottom > foot.top + 0.5 || box.right > innerWidth + 0.5) cut.push("the page itself lies beneath something");
    const within = (rect: DOMRect) =>
      rect.left >= box.left - 0.5 &&
      rect.right <= box.right + 0.5 &&
      rect.top >= box.top - 0.5 &&
      rect.bottom <= box.bottom + 0.5;
    const touches = (rect: DOMRect) =>
      rect.left < box.right - 0.5 && rect.right > box.left + 0.5 && rect.top < box.bottom && rect.bottom > box.top;

    let pages = 0;
    for (;;) {
      pages++;
      texts.forEach((text, index) => {
        const scroller = scrollerOf(text);
        if (scroller) {
          // What has been scrolled out of it is somewhere else, and not to be seen there.
          const own = scroller.getBoundingClientRect();
          if (!touches(own)) return;
          if (within(own)) for (let i = 0; i < text.length; i++) seen[index]![i]!++;
          else cut.push(`${nameOf(text, 0)}: what scrolls by itself`);
          return;
        }
        const style = getComputedStyle(text.parentElement!);
        // Space behind a letter shows nothing, and may hang over the edge. In vertical writing it is below, where pages are not cut by it.
        const blank = style.writingMode === "horizontal-tb" ? Number.parseFloat(style.letterSpacing) || 0 : 0;
        const inkOf = ({ x, y, width, height }: DOMRect) =>
          new DOMRect(style.direction === "rtl" ? x + blank : x, y, Math.max(1, width - blank), height);
        range.selectNodeContents(text);
        if (!Array.from(range.getClientRects()).some(touches)) return;
        for (let i = 0; i < text.length; i++) {
          const low = text.data.charCodeAt(i);
          const isPair = low >= 0xd800 && low < 0xdc00;
          range.setStart(text, i);
          range.setEnd(text, i + (isPair ? 2 : 1));
          const rects = Array.from(range.getClientRects())
            .filter(({ width, height }) => width > 0 && height > 0)
            .map(inkOf);
          if (!rects.some(touches)) continue;
          if (rects.every(within)) {
            seen[index]![i]!++;
            if (isPair) seen[index]![i + 1]!++;
          } else if (text.data[i]!.trim()) cut.push(nameOf(text, i));
          if (isPair) i++;
        }
      });
      if (pages === count) break;
      next.click();
    }
    await frame();
    await frame();
    if (next.getAttribute("aria-disabled") !== "true") cut.push("there are more pages than are said to be");

    const never: string[] = [];
    const twice: string[] = [];
    let once = 0;
    texts.forEach((text, index) => {
      for (let i = 0; i < text.length; i++) {
        // Signs that only direct the text, and marks that join the letter before, have no place of their own.
        if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.data[i]!)) continue;
        const times = seen[index]![i]!;
        if (times === 1) once++;
        else (times === 0 ? never : twice).push(nameOf(text, i));
      }
    });
    return { pages, never: never.slice(0, 20), cut: cut.slice(0, 20), twice: twice.slice(0, 20), once };
  });
}
