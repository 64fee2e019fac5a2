import download from "icon:download";
import type_ from "icon:a-large-small";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Mark } from "../parts/Mark.tsx";
import { words } from "../words.ts";

interface LibraryBarProps {
  onTextSettings(): void;
  onInstall(): void;
}

export function LibraryBar({ onTextSettings, onInstall }: LibraryBarProps) {
  const { base, install } = useApp();
  return (
    <header class="bar library-bar">
      <a class="brand" href={base}>
        <Mark />
        {words.appName}
      </a>
      <div class="bar-actions">
        {install.way.value !== "installed" && (
          <Button class="plain" icon={download} label={words.install.button} hasPopup="dialog" onClick={onInstall} />
        )}
        <Button class="plain" icon={type_} label={words.reader.textSettings} hasPopup="dialog" onClick={onTextSettings} />
      </div>
    </header>
  );
}
