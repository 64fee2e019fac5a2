import { outlineOf, type Section, sectionAt } from "#domain/outline.ts";
import { type Position, START } from "#domain/position.ts";
import { type Leaf, leafElementId } from "#domain/text.ts";
import type { OpenArticle } from "#state/reader.ts";
import type { Destination } from "./go.ts";
import { findingWords as labels } from "./words.ts";

interface SectionListProps {
  open: OpenArticle;
  position: Position;
  onGo(to: Destination): void;
}

/** The headings of the article as links to them, the one being read marked. */
export function SectionList({ open: { article, leaves }, position, onGo }: SectionListProps) {
  const sections = outlineOf(leaves);
  const current = sectionAt(position, leaves);
  const { lang, dir } = article.record;

  const go = (event: Event, to: Position) => {
    event.preventDefault();
    onGo({ position: to });
  };
  const item = ({ heading, sections: inner }: Section) => (
    <li>
      <a
        href={`#${leafElementId(heading.number)}`}
        aria-current={heading === current ? "true" : undefined}
        lang={heading.lang ?? lang}
        dir={heading.dir ?? dir}
        onClick={(event) => go(event, startOf(heading))}
      >
        {heading.text.replace(/\s+/g, " ")}
      </a>
      {inner.length > 0 && <ul>{inner.map(item)}</ul>}
    </li>
  );
  return (
    <>
      {sections.length === 0 && <p>{labels.noSections}</p>}
      <ul class="contents-list">
        <li>
          <a href="#title" aria-current={current ? undefined : "true"} onClick={(event) => go(event, START)}>
            {labels.start}
          </a>
        </li>
        {sections.map(item)}
      </ul>
    </>
  );
}

function startOf(heading: Leaf): Position {
  return { block: heading.number, offset: 0 };
}
