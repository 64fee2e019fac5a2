import type { TextDirection } from "#domain/article.ts";
import type { NoteReference } from "#domain/notes.ts";
import type { Destination } from "./go.ts";
import { findingWords as labels } from "./words.ts";

interface NoteListProps {
  notes: readonly NoteReference[];
  /** Of the article. */
  lang: string;
  dir: TextDirection;
  onGo(to: Destination): void;
}

/** The notes of the article, each leading to the place in the text that it is about. */
export function NoteList({ notes, lang, dir, onGo }: NoteListProps) {
  return (
    <ul class="contents-list">
      {notes.map(({ label, number, text, position, lang: own }) => (
        <li key={number}>
          <a
            href={`#ref-${number}`}
            onClick={(event) => {
              event.preventDefault();
              onGo({ position, element: document.getElementById(`ref-${number}`) });
            }}
          >
            <span>{labels.note(label)}</span>{" "}
            <span class="contents-detail" lang={own ?? lang} dir={dir}>
              {text}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
