import headphones from "icon:headphones";
import plus from "icon:plus";
import textSize from "icon:a-large-small";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Mark } from "../parts/Mark.tsx";
import { words } from "../words.ts";

/** The head of every page but the reader's. */
export function LibraryBar({ onListen, onTextSettings }: Record<"onListen" | "onTextSettings", () => void>) {
  const { base } = useApp();
  return (
    <header class="bar library-bar">
      <a class="brand" href={base}>
        <Mark />
        {words.appName}
      </a>
      <div class="bar-actions">
        <a class="button plain" href={`${base}add`}>
          <Icon shapes={plus} />
          <span>{words.add}</span>
        </a>
        <Button class="plain" icon={headphones} label={words.listen} hasPopup="dialog" onClick={onListen} />
        <Button class="plain" icon={textSize} label={words.textSettings} hasPopup="dialog" onClick={onTextSettings} />
      </div>
    </header>
  );
}
