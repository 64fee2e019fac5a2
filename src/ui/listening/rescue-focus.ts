/**
 * Takes up a focus that has gone with its control: in an article the player has it, or else the button that opens that; elsewhere the heading. A
 * focus that is lost throws readers with a keyboard or screen reader back to the top of the page, without a word.
 */
export function rescueFocus(): void {
  const inArticle = document.getElementById("article")?.hidden === false;
  const places = inArticle ? [".player .primary", ".player button", "#bar .bar-actions > button:last-of-type"] : ["h1"];
  for (const place of places) {
    const found = [...document.querySelectorAll<HTMLElement>(place)].find((element) => element.checkVisibility());
    if (found) return found.focus({ preventScroll: true });
  }
}
