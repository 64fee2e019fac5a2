import { loadQueueSheet, loadTextSettings } from "../lazy.ts";
import { useSheet } from "../parts/use-sheet.ts";
import { LibraryBar } from "./LibraryBar.tsx";

/** What stands above the library: its bar, and the sheet that opens from it. */
export function LibraryChrome() {
  const settings = useSheet(async () => (await loadTextSettings()).TextSettings);
  const queue = useSheet(async () => (await loadQueueSheet()).QueueSheet);
  return (
    <>
      <LibraryBar onListen={queue.open} onTextSettings={settings.open} />
      {settings.sheet}
      {queue.sheet}
    </>
  );
}
