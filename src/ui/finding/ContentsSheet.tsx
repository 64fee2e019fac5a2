import back from "icon:undo-2";
import locate from "icon:locate";
import search from "icon:search";
import type { Position } from "#domain/position.ts";
import { notesOf } from "#domain/notes.ts";
import type { OpenArticle } from "#state/reader.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import type { Wish } from "../reader/wishes.ts";
import type { Destination } from "./go.ts";
import { LinkList, linksIn } from "./LinkList.tsx";
import { NoteList } from "./NoteList.tsx";
import { SectionList } from "./SectionList.tsx";
import { Shortcut } from "./Shortcut.tsx";
import { findingWords as labels } from "./words.ts";

interface ContentsSheetProps {
  open: OpenArticle;
  /** Of reading, and in a sentence. */
  position: Position;
  place: string;
  onClose(): void;
  onGo(to: Destination): void;
  onAsk(wish: Wish): void;
  /** There is a place to go back to. */
  onBack?: (() => void) | undefined;
}

/** What is in the article, and where in it the reader is. */
export function ContentsSheet(props: ContentsSheetProps) {
  const { open, position, place, onClose, onGo, onAsk, onBack } = props;
  const links = linksIn(document.getElementById("article")!);
  const notes = notesOf(open.article.body, open.leaves);
  const { lang, dir } = open.article.record;
  return (
    <Sheet
      id="contents"
      title={labels.title}
      closeLabel={labels.close}
      shape="sheet contents"
      describedBy="contents-place"
      onClose={onClose}
    >
      <div class="contents-body">
        <p id="contents-place">{place}</p>
        <ul class="contents-actions">
          {onBack && (
            <li>
              <Button icon={back} mirrored label={labels.backToPlace} onClick={onBack} />
            </li>
          )}
          <li>
            <Button icon={search} label={labels.find} onClick={() => onAsk({ what: "find" })} />
            <Shortcut letter="F" />
          </li>
          <li>
            <Button icon={locate} label={labels.sayWhere} onClick={() => onAsk({ what: "where" })} />
            <Shortcut letter="W" />
          </li>
        </ul>
        <h3>{labels.sections}</h3>
        <SectionList open={open} position={position} onGo={onGo} />
        {links.length > 0 && (
          <>
            <h3>{labels.links}</h3>
            <LinkList links={links} onClose={onClose} />
          </>
        )}
        {notes.length > 0 && (
          <>
            <h3>{labels.notes}</h3>
            <NoteList notes={notes} lang={lang} dir={dir} onGo={onGo} />
          </>
        )}
        <p class="explained">
          {labels.opensContents} <Shortcut letter="C" />
        </p>
      </div>
    </Sheet>
  );
}
