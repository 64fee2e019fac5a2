import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { addingWords } from "./words.ts";

const words = addingWords.draft;

interface DraftTitleProps {
  field: RefObject<HTMLTextAreaElement | null>;
  title: string;
  /** It cannot be saved without one. */
  lacking: boolean;
  onChange(title: string): void;
}

/** One line of text that is shown on as many lines as it takes: a field for a single line would cut a headline off on a phone. */
export function DraftTitle({ field, title, lacking, onChange }: DraftTitleProps) {
  useLayoutEffect(() => {
    // Not in every browser yet: https://developer.mozilla.org/docs/Web/CSS/Reference/Properties/field-sizing
    if (field.current && !CSS.supports("field-sizing", "content")) fit(field.current);
  }, [field, title]);
  return (
    <div class="draft-field">
      <label for="draft-title">{words.name}</label>
      <textarea
        id="draft-title"
        class="draft-title"
        ref={field}
        rows={1}
        dir="auto"
        autocomplete="off"
        enterkeyhint="done"
        value={title}
        aria-invalid={lacking ? "true" : undefined}
        aria-describedby={lacking ? "draft-lacks" : undefined}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.isComposing) event.preventDefault();
        }}
        onInput={(event) => onChange(withoutBreaks(event.currentTarget))}
      />
      {lacking && (
        <p id="draft-lacks" role="alert">
          {words.needsTitle}
        </p>
      )}
    </div>
  );
}

/** What is in the field, which after a paste may have line breaks: they become spaces there, and the caret stays where it was. */
function withoutBreaks(field: HTMLTextAreaElement): string {
  const { value, selectionEnd } = field;
  if (!/[\r\n]/.test(value)) return value;
  const inOneLine = (text: string) => text.replaceAll(/\s*[\r\n]+\s*/g, " ");
  field.value = inOneLine(value);
  const caret = inOneLine(value.slice(0, selectionEnd)).length;
  field.setSelectionRange(caret, caret);
  return field.value;
}

function fit(field: HTMLTextAreaElement): void {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
