/**
 * Puts what a server sent late where the page's script would have put it: React streams it, hidden, behind the page, in `S:<n>` for the
 * place `B:<n>` or `P:<n>` (https://github.com/facebook/react/blob/main/packages/react-dom-bindings/src/server/fizz-instruction-set). Without this the page is a frame of grey boxes.
 */
export function unfoldStreamed(page: Document): void {
  for (const late of page.querySelectorAll('div[hidden][id^="S:"]')) {
    const number = late.id.slice(2);
    const place = page.getElementById(`B:${number}`) ?? page.getElementById(`P:${number}`);
    late.removeAttribute("hidden");
    if (!place || late.contains(place)) continue;
    // What stands in for it goes on to the end of the boundary, which a comment marks.
    while (place.nextSibling && !isEnd(place.nextSibling)) place.nextSibling.remove();
    place.replaceWith(late);
  }
}

const isEnd = (node: Node) => node.nodeType === Node.COMMENT_NODE && node.nodeValue === "/$";
