import headphones from "icon:headphones";
import library from "icon:library";
import contents from "icon:table-of-contents";
import textSize from "icon:a-large-small";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { words } from "../words.ts";
import { readerWords } from "./words.ts";

export interface ReaderBarProps {
  base: string;
  /** Empty until it is known. */
  progress: string;
  listening: boolean;
  onListen(): void;
  /** The reader is about to press Listen. */
  onNearListen(): void;
  onContents(): void;
  onTextSettings(): void;
}

/**
 * The toolbar of the reader. The build paints it into the page that the service worker fills, so it must be the same with the
 * same properties wherever it is drawn: no state, no measuring.
 */
export function ReaderBar(props: ReaderBarProps) {
  const { base, progress, listening, onListen, onNearListen, onContents, onTextSettings } = props;
  return (
    <header class="bar reader-bar">
      <p class="bar-progress">{progress}</p>
      <nav class="bar-actions" aria-label={readerWords.toolbar}>
        <a class="button plain bar-action" href={base}>
          <Icon shapes={library} />
          <span>{readerWords.library}</span>
        </a>
        <Button
          class="plain bar-action needs-script"
          icon={contents}
          label={readerWords.contents}
          hasPopup="dialog"
          onClick={onContents}
        />
        <Button
          class="plain bar-action needs-script"
          icon={textSize}
          label={words.textSettings}
          hasPopup="dialog"
          onClick={onTextSettings}
        />
        <Button
          class="plain bar-action needs-script"
          icon={headphones}
          label={listening ? readerWords.stopListening : readerWords.listen}
          onClick={onListen}
          onNear={onNearListen}
        />
      </nav>
    </header>
  );
}
