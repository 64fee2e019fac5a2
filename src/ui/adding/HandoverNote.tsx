import { useEffect, useState } from "preact/hooks";
import type { AddingModel } from "#state/adding-model.ts";
import { Button } from "../parts/Button.tsx";
import type { Entry } from "./entry.ts";
import { receivePage } from "./handover.ts";
import { addingWords as words } from "./words.ts";

interface HandoverNoteProps {
  entry: Entry;
  model: AddingModel;
  /** A page is coming in. */
  onPage(): void;
  /** The page could not hand itself over; this is its address. */
  onAddress(address: string): void;
}

/** What is said of how the view was opened, where it was from outside. */
export function HandoverNote({ entry, model, onPage, onAddress }: HandoverNoteProps) {
  const [came, setCame] = useState<"waiting" | "address" | { title: string }>("waiting");
  useEffect(() => {
    if (entry.kind !== "handover") return;
    let left = false;
    void receivePage(window).then(async (page) => {
      if (left) return;
      if (page) {
        onPage();
        await model.addPage(page);
        setCame({ title: page.title || page.address });
      } else {
        setCame("address");
        onAddress(entry.address);
      }
    });
    return () => {
      left = true;
    };
    // Once for each time the view is opened.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [entry, model]);
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
  return (
    <div class="add-note">
      <p>{words.pageCame(came.title)}</p>
      {/* A window that a script has opened may be closed by one. */}
      {window.opener && <Button label={words.closeTab} onClick={() => window.close()} />}
    </div>
  );
}
