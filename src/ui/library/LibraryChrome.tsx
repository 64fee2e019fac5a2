import { loadInstallSheet, loadTextSettings } from "../lazy.ts";
import { useSheet } from "../parts/use-sheet.ts";
import { LibraryBar } from "./LibraryBar.tsx";

/** What stands above the library: its bar, and the sheets that open from it. */
export function LibraryChrome() {
  const settings = useSheet(async () => (await loadTextSettings()).TextSettings);
  const install = useSheet(async () => (await loadInstallSheet()).InstallSheet);
  return (
    <>
      <LibraryBar onTextSettings={settings.open} onInstall={install.open} />
      {settings.sheet}
      {install.sheet}
    </>
  );
}
