import type { RefObject } from "preact";
import clipboard from "icon:clipboard-paste";
import { Button } from "../parts/Button.tsx";
import { ArticleFiles } from "./ArticleFiles.tsx";
import { type Given, givenBy, isLoneAddress, isTextToRead, readClipboard } from "./given.ts";
import { addingWords as words } from "./words.ts";

interface AddFieldProps {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** What is wrong with what was given; empty where nothing is. */
  problem: string;
  onText(text: string): void;
  onAdd(): void;
  onGiven(given: Given): void;
  onProblem(problem: string): void;
}

/** One field for addresses and texts, and the two other ways in that every browser has. */
export function AddField({ field, text, problem, onText, onAdd, onGiven, onProblem }: AddFieldProps) {
  const paste = async () => {
    const given = await readClipboard();
    if (given?.kind === "text") return onGiven(given);
    onProblem(given ? words.nothingCopied : words.pasteByHand);
    field.current?.focus();
  };
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      <div>
        <label for="add-text">{words.field}</label>
        <p id="add-explained" class="explained">
          {words.fieldExplained}
        </p>
        <textarea
          id="add-text"
          ref={field}
          rows={2}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={problem ? "add-problem add-explained" : "add-explained"}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            if (!event.ctrlKey && !event.metaKey && !isLoneAddress(event.currentTarget.value)) return;
            event.preventDefault();
            onAdd();
          }}
          onPaste={(event) => {
            const given = givenBy(event.clipboardData);
            // A field would keep the bare letters of a text that has headings and links.
            if (given.kind === "nothing" || (given.kind === "text" && !(given.html && isTextToRead(given.text))))
              return;
            event.preventDefault();
            onGiven(given);
          }}
        />
      </div>
      {problem && (
        <p id="add-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="add-actions">
        <button type="submit" class="button primary">
          <span>{words.add}</span>
        </button>
        <Button icon={clipboard} label={words.paste} onClick={paste} />
        <ArticleFiles label={words.chooseFiles} onGiven={onGiven} />
      </div>
      <p class="explained">{words.filesExplained}</p>
    </form>
  );
}
