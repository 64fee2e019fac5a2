import download from "icon:download";
import { useApp } from "../app-context.ts";
import { loadInstallSheet } from "../lazy.ts";
import { Button } from "../parts/Button.tsx";
import { useSheet } from "../parts/use-sheet.ts";
import { words } from "../words.ts";

/** The offer to install, at the end of the library: there when it is looked for, gone when it is done. */
export function InstallHint() {
  const { install } = useApp();
  const sheet = useSheet(async () => (await loadInstallSheet()).InstallSheet);
  if (install.way.value === "installed") return null;
  return (
    <section class="install-hint" aria-labelledby="install-hint">
      <h2 id="install-hint" class="visually-hidden">
        {words.library.install}
      </h2>
      <p>{words.library.installExplained}</p>
      <Button icon={download} label={words.library.install} hasPopup="dialog" onClick={sheet.open} />
      {sheet.sheet}
    </section>
  );
}
