import { findingWords as labels } from "./words.ts";

/**
 * The links of the article as they stand in the page, each with where it leads; of those with the same words and address the
 * first. `article`: without what belongs to the page it came from.
 */
export function linksIn(article: Element): HTMLAnchorElement[] {
  const links = article.querySelectorAll<HTMLAnchorElement>(".prose a[href]:not(.note-reference, .note-back)");
  const seen = new Set<string>();
  return [...links].filter((link) => {
    const key = `${link.href} ${link.textContent}`;
    return !seen.has(key) && seen.add(key);
  });
}

export function LinkList({ links, onClose }: { links: readonly HTMLAnchorElement[]; onClose(): void }) {
  return (
    <ul class="contents-list">
      {links.map((link) => {
        const language = link.closest<HTMLElement>("[lang]");
        return (
          <li key={link}>
            <a
              href={link.getAttribute("href")!}
              target={link.target || undefined}
              rel={link.rel || undefined}
              data-opens={link.dataset["opens"]}
              onClick={link.target ? undefined : onClose}
            >
              <span lang={language?.lang} dir="auto">
                {link.textContent.trim() || link.href}
              </span>{" "}
              <span class="contents-detail">{placeOf(link)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** The site a link leads to, or what kind of address it is. */
function placeOf({ protocol, host, target }: HTMLAnchorElement): string {
  if (protocol === "mailto:") return labels.mail;
  if (protocol === "tel:") return labels.telephone;
  return target ? host.replace(/^www\./, "") : labels.inLectern;
}
