import choices from "icon:sliders-horizontal";
import type { ListeningSession } from "#state/listening-session.ts";
import { loadReadingAloud } from "./lazy.ts";
import { Button } from "../parts/Button.tsx";
import { useSheet } from "../parts/use-sheet.ts";
import { listeningWords as labels } from "./words.ts";

/** Opens the settings of reading aloud; the voice goes on meanwhile. */
export function ReadingAloudButton({ session }: { session: ListeningSession }) {
  const { sheet, open } = useSheet(async () => {
    const { ReadingAloud } = await loadReadingAloud();
    return ({ onClose }) => <ReadingAloud session={session} onClose={onClose} />;
  });
  return (
    <>
      <Button class="plain" icon={choices} iconOnly label={labels.settings} hasPopup="dialog" onClick={open} />
      {sheet}
    </>
  );
}
