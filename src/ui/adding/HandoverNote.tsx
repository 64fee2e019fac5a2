import { useEffect, useRef, useState } from "preact/hooks";
import type { AddingModel } from "#state/adding-model.ts";
import { Button } from "../parts/Button.tsx";
import type { Entry } from "./entry.ts";
import { type HandedPage, receivePage } from "./handover.ts";
import { PageOffer } from "./PageOffer.tsx";
import { addingWords as words } from "./words.ts";

interface HandoverNoteProps {
  entry: Entry;
  model: AddingModel;
  /** A page is coming in. */
  onPage(): void;
  /** No page was handed over; this is the address that came along. */
  onAddress(address: string): void;
}

/** What is said of how the view was opened, where it was from outside. Nothing that came from there is kept before the reader says so. */
export function HandoverNote({ entry, model, onPage, onAddress }: HandoverNoteProps) {
  const [came, setCame] = useState<"waiting" | "nothing" | "address" | "left" | HandedPage | { added: string }>(
    "waiting",
  );
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (entry.kind !== "handover") return;
    let left = false;
    void receivePage(window).then((page) => {
      if (left) return;
      setCame(page ?? (entry.address ? "address" : "nothing"));
      if (!page && entry.address) onAddress(entry.address);
    });
    return () => {
      left = true;
    };
    // Once for each time the view is opened.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [entry, model]);
  const isOver = came === "left" || (typeof came === "object" && "added" in came);
  // The button that was pressed has gone.
  useEffect(() => {
    if (isOver) note.current?.focus();
  }, [isOver]);
  const addingRef = useRef(false);
  const add = async (page: HandedPage) => {
    if (addingRef.current) return;
    addingRef.current = true;
    onPage();
    // The notice on storage says why not.
    if (await model.addPage(page)) setCame({ added: page.title || page.address });
    addingRef.current = false;
  };
  const leave = () => {
    if (!addingRef.current) setCame("left");
  };
  if (entry.kind === "given")
    return (
      <div class="add-note">
        {entry.text && <p>{words.wasShared}</p>}
        {entry.lost > 0 && <p>{words.filesLost(entry.lost)}</p>}
      </div>
    );
  if (entry.kind !== "handover") return null;
  if (came === "waiting") return <p class="add-note">{words.waitingForPage}</p>;
  if (came === "address") return <p class="add-note">{words.onlyAddress}</p>;
  if (came === "nothing") return <p class="add-note">{words.nothingHandedOver}</p>;
  if (typeof came === "object" && "html" in came)
    return <PageOffer page={came} onAdd={() => void add(came)} onLeave={leave} />;
  return (
    <div class="add-note">
      <p ref={note} tabIndex={-1} dir="auto">
        {came === "left" ? words.pageLeft : words.pageAdded(came.added)}
      </p>
      {/* A window that a script has opened may be closed by one. */}
      {window.opener && <Button label={words.closeTab} onClick={() => window.close()} />}
    </div>
  );
}
