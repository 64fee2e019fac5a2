import type { Page } from "@playwright/test";

/**
 * What is wrong with the layout of the page as it stands, in words; empty where nothing is. Looks for sideways scrolling, for text
 * and controls outside the window or cut off, and for text and controls on top of each other. Tables and code may be wider
 * than the column: they scroll by themselves.
 */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const nameOf = (element: Element) =>
      `${element.localName}${element.id && `#${element.id}`} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 30)}”`;
    const ownScroller = (element: Element) => element.closest(".table-scroller, pre, .math");
    const layer = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement)
        // Notices stick over a text that is scrolled beneath them.
        if (at.matches("dialog") || getComputedStyle(at).position === "fixed" || (at.id === "notices" && scrollY > 0))
          return at;
      return document.body;
    };
    const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
    const shown = [...(modal ?? document.body).querySelectorAll("*")].filter(
      (element) =>
        element.checkVisibility() && !element.closest(".visually-hidden, .skip-link") && !element.closest("option"),
    );

    for (const box of [document.documentElement, ...document.querySelectorAll("dialog, .player")])
      if (box.scrollWidth > box.clientWidth)
        problems.push(`${nameOf(box)} scrolls sideways by ${box.scrollWidth - box.clientWidth} px`);

    for (const element of shown) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const cut =
        (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
      if (cut && element.textContent) problems.push(`${nameOf(element)} is cut off`);
    }

    interface Piece {
      owner: Element;
      layer: Element;
      box: DOMRect;
      what: string;
    }
    const pieces: Piece[] = [];
    // A notice that is too high for the window scrolls by itself.
    const notices = document.getElementById("notices")!;
    const shownOf = (owner: Element, box: DOMRect) => {
      if (!notices.contains(owner)) return box;
      const { top, bottom } = notices.getBoundingClientRect();
      const from = Math.max(top, box.top);
      return new DOMRect(box.x, from, box.width, Math.min(bottom, box.bottom) - from);
    };
    const add = (owner: Element, whole: DOMRect, what: string) => {
      const box = shownOf(owner, whole);
      if (box.width < 1 || box.height < 1) return;
      if (box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5)
        problems.push(`${what} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px`);
      // Line boxes of large type may touch: what counts is where the letters are.
      const inset = what.startsWith("text") ? box.height * 0.22 : 1;
      pieces.push({
        owner,
        layer: layer(owner),
        box: new DOMRect(box.x + 1, box.y + inset, box.width - 2, box.height - 2 * inset),
        what,
      });
    };
    for (const element of shown) {
      if (ownScroller(element)) continue;
      if (element.matches("button, input, select, a.button, img"))
        add(element, element.getBoundingClientRect(), nameOf(element));
      for (const node of element.childNodes) {
        if (!(node instanceof Text) || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) add(element, box, `text “${node.data.trim().slice(0, 30)}”`);
      }
    }

    pieces.sort((a, b) => a.box.top - b.box.top);
    pieces.forEach((one, index) => {
      for (let i = index + 1; i < pieces.length; i++) {
        const other = pieces[i]!;
        if (other.box.top >= one.box.bottom) break;
        if (one.layer !== other.layer || one.owner.contains(other.owner) || other.owner.contains(one.owner)) continue;
        if (one.box.left < other.box.right && other.box.left < one.box.right)
          problems.push(`${one.what} lies on ${other.what}`);
      }
    });
    return [...new Set(problems)];
  });
}

/** Puts rules over those of the app, as a reader's own style sheet or a browser extension does. An empty string takes them away. */
export async function setReaderStyles(page: Page, css: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    // In place of those before; the app has some of its own.
    const { readerSheet } = globalThis as typeof globalThis & { readerSheet?: CSSStyleSheet };
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((other) => other !== readerSheet), sheet];
    Object.assign(globalThis, { readerSheet: sheet });
  }, css);
}
