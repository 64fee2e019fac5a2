import type { TextDirection } from "#domain/article.ts";
import type { LinkReference } from "#domain/references.ts";
import { findingWords as labels } from "./words.ts";

interface LinkListProps {
  links: readonly LinkReference[];
  linkTo(href: string): string | undefined;
  /** Of the article. */
  lang: string;
  dir: TextDirection;
  onClose(): void;
}

/** The links of the article, each with where it leads. */
export function LinkList({ links, linkTo, lang, dir, onClose }: LinkListProps) {
  return (
    <ul class="contents-list">
      {links.map((link) => {
        const href = linkTo(link.href);
        if (!href) return null;
        const isOutside = href.startsWith("http");
        return (
          <li key={href + link.text}>
            <a
              href={href}
              target={isOutside ? "_blank" : undefined}
              rel={isOutside ? "noopener noreferrer" : undefined}
              data-opens={isOutside ? labels.opensOutside : undefined}
              onClick={isOutside ? undefined : onClose}
            >
              <span lang={link.lang ?? lang} dir={dir}>
                {link.text}
              </span>{" "}
              <span class="contents-detail">{placeOf(href)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** The site a link leads to, or what kind of address it is. */
function placeOf(href: string): string {
  if (href.startsWith("http")) return new URL(href).host.replace(/^www\./, "");
  if (href.startsWith("mailto:")) return labels.mail;
  return href.startsWith("tel:") ? labels.telephone : labels.inLectern;
}
