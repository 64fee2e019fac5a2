import { useEffect } from "preact/hooks";
import { positionOf } from "#reading/ranges.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Copied } from "./Copied.tsx";
import type { Destination } from "./go.ts";
import { findingWords as labels } from "./words.ts";

interface NoteCardProps {
  reference: HTMLAnchorElement;
  onClose(): void;
  onGo(to: Destination): void;
}

/** A note, at the reference that was pressed; closed, the focus is there again. */
export function NoteCard({ reference, onClose, onGo }: NoteCardProps) {
  const note = document.getElementById(reference.hash.slice(1));
  useEffect(() => {
    const { style } = reference;
    style.setProperty("anchor-name", "--note");
    return () => style.removeProperty("anchor-name");
  }, [reference]);

  const goToNote = () => {
    const first = note?.querySelector("[id^='b']");
    const position = first && positionOf(first, 0);
    if (note && position) onGo({ position, element: note, aside: true });
  };
  return (
    <Sheet
      id="note-title"
      title={labels.note(reference.textContent)}
      closeLabel={labels.close}
      shape="note-card"
      describedBy="note-text"
      onClose={onClose}
    >
      {note && <Copied of={note} leftOut=".note-back" id="note-text" class="prose" />}
      <Button label={labels.goToNote} onClick={goToNote} />
    </Sheet>
  );
}
