import list from "icon:list-music";
import { loadQueueSheet } from "../lazy.ts";
import { Button } from "../parts/Button.tsx";
import { useSheet } from "../parts/use-sheet.ts";
import { listeningWords as labels } from "./words.ts";

/** Opens what is read next. Beside words it has its own. */
export function QueueButton({ labelled = false }: { labelled?: boolean }) {
  const { sheet, open } = useSheet(async () => (await loadQueueSheet()).QueueSheet);
  return (
    <>
      <Button class="plain" icon={list} iconOnly={!labelled} label={labels.queue} hasPopup="dialog" onClick={open} />
      {sheet}
    </>
  );
}
