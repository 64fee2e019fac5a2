import type { Page } from "@playwright/test";

/** The texts of the leaves in the page, as `domain/text.ts` defines them: `leaves[n]` is what the element `b<n>` says. */
export function leafTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (let element = document.getElementById("b0"); element; element = document.getElementById(`b${texts.length}`)) {
      if (element.localName === "img" || element.localName === "math") {
        texts.push("\uFFFC");
        continue;
      }
      // A formula is one character, whatever is in it, and the reading over a word none.
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
        node.nodeName === "RT" || node.parentElement?.closest("math")
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
      );
      let text = "";
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeName === "BR") text += "\n";
        else if (node.nodeName === "IMG" || node.nodeName === "math") text += "\uFFFC";
        else text += node.nodeValue ?? "";
      }
      texts.push(text);
    }
    return texts;
  });
}
