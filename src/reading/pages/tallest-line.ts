/** What is set in lines of a height of its own. */
const KINDS = ["h1", ".standfirst", "h2", "h3", ".prose p", ".pull p", "li", "td", "pre"];

/** How tall a line of the article is at most, in CSS pixels: less than that is no page. */
export function tallestLine(article: HTMLElement): number {
  return Math.max(
    ...KINDS.map((kind) => {
      const element = article.querySelector(kind);
      return (element && Number.parseFloat(getComputedStyle(element).lineHeight)) || 0;
    }),
  );
}
