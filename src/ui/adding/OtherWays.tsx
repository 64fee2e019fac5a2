import { useRef, useState } from "preact/hooks";
import clipboard from "icon:clipboard-paste";
import external from "icon:external-link";
import later from "icon:clock";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { ArticleFiles } from "./ArticleFiles.tsx";
import { type Given, givenBy, readClipboard } from "./given.ts";
import { addingWords } from "./words.ts";

const words = addingWords.other;

interface OtherWaysProps {
  /** The page that could not be fetched. */
  address: string;
  onClose(): void;
  onGiven(given: Given): void;
  onKeep(): void;
  onShowBookmark(): void;
}

/** What can be done where a page does not come by itself: its reader can see it, and so can bring it. */
export function OtherWays({ address, onClose, onGiven, onKeep, onShowBookmark }: OtherWaysProps) {
  const [byHand, setByHand] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const paste = async () => {
    const given = await readClipboard();
    if (given?.kind === "text") return onGiven(given);
    setByHand(given ? addingWords.nothingCopied : addingWords.pasteByHand);
    requestAnimationFrame(() => field.current?.focus());
  };
  return (
    <Sheet id="other-ways" title={words.title} closeLabel={words.close} onClose={onClose}>
      <div class="settings other-ways">
        <div>
          <p class="explained" dir="ltr">
            {address}
          </p>
          <p>{words.openFirst}</p>
          <a class="button" href={address} target="_blank" rel="noopener noreferrer">
            <Icon shapes={external} />
            <span>{words.openPage}</span>
          </a>
        </div>
        <section aria-labelledby="other-bookmark">
          <h3 id="other-bookmark">{words.bookmark}</h3>
          <p>{words.bookmarkSteps}</p>
          <Button label={words.bookmarkMissing} onClick={onShowBookmark} />
        </section>
        <section aria-labelledby="other-copy">
          <h3 id="other-copy">{words.copy}</h3>
          <Steps steps={words.copySteps} />
          <Button icon={clipboard} label={words.paste} onClick={paste} />
          {byHand !== undefined && (
            <>
              <p role="alert">{byHand}</p>
              <label for="other-text">{addingWords.draft.text}</label>
              <textarea
                id="other-text"
                ref={field}
                rows={2}
                onPaste={(event) => {
                  const given = givenBy(event.clipboardData);
                  if (given.kind === "nothing") return;
                  event.preventDefault();
                  onGiven(given);
                }}
              />
            </>
          )}
        </section>
        <section aria-labelledby="other-file">
          <h3 id="other-file">{words.file}</h3>
          <Steps steps={words.fileSteps} />
          <ArticleFiles label={words.chooseFile} onGiven={onGiven} />
        </section>
        <section aria-labelledby="other-later">
          <h3 id="other-later">{words.later}</h3>
          <Button icon={later} label={addingWords.keep} onClick={onKeep} />
        </section>
      </div>
    </Sheet>
  );
}

export function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="how-to">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
