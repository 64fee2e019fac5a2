import { loadTextSettings } from "../lazy.ts";
import { useSheet } from "../parts/use-sheet.ts";
import { LibraryBar } from "./LibraryBar.tsx";

/** What stands above the library: its bar, and the sheet that opens from it. */
export function LibraryChrome() {
  const settings = useSheet(async () => (await loadTextSettings()).TextSettings);
  return (
    <>
      <LibraryBar onTextSettings={settings.open} />
      {settings.sheet}
    </>
  );
}
