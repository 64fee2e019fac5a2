/** Numbers of one or two figures that stand by themselves: longer ones, and those in a Latin word, run down the line as words do. */
const SHORT_NUMBER = /(?<![\p{Script=Latin}\d.,:/%-])\d{1,2}(?![\p{Script=Latin}\d.,:/%-])/gu;

/** What stays horizontal, and what is set small beside the line. */
const APART = "pre, code, .math, math, rt, .table-scroller, .note-reference";

const isDigits = (node: Node) => node instanceof HTMLElement && node.dataset["upright"] !== undefined;

/**
 * Sets short numbers of an article in vertical writing upright in their line, as Japanese and Chinese print does, also in parts that
 * come later. The text stays as it is. Returns the way back. Only where the browser does not do it by itself: of `digits` Chromium and
 * Firefox know nothing (https://caniuse.com/mdn-css_properties_text-combine-upright_digits).
 */
export function standDigitsUpright(article: HTMLElement): () => void {
  if (CSS.supports("text-combine-upright", "digits 2")) return () => {};
  standIn(article);
  const parts = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof HTMLElement && !isDigits(node)) standIn(node);
  });
  parts.observe(article, { childList: true, subtree: true });
  return () => {
    parts.disconnect();
    for (const digits of article.querySelectorAll<HTMLElement>("[data-upright]")) {
      const { parentNode } = digits;
      digits.replaceWith(...digits.childNodes);
      parentNode?.normalize();
    }
  };
}

function standIn(root: HTMLElement): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parent = text.parentElement;
    if (!parent || isDigits(parent) || parent.closest(APART)) continue;
    // From the end, so that what is before a number stays where it was.
    for (const { 0: number, index } of [...text.data.matchAll(SHORT_NUMBER)].toReversed()) {
      const digits = text.splitText(index);
      digits.splitText(number.length);
      const upright = document.createElement("span");
      upright.dataset["upright"] = "";
      upright.style.setProperty("text-combine-upright", "all");
      digits.replaceWith(upright);
      upright.append(digits);
    }
  }
}
