import { useMemo } from "preact/hooks";
import type { Block } from "#domain/article.ts";
import { endOfText, firstWords } from "#state/draft-parts.ts";
import { addingWords } from "./words.ts";

const words = addingWords.draft;

interface EndSelectProps {
  whole: readonly Block[];
  /** The first block that does not belong to the text. */
  end: number;
  onChange(end: number): void;
}

/** Where the text ends, by the first words of what comes after: from its end on upwards, for there the strays are. */
export function EndSelect({ whole, end, onChange }: EndSelectProps) {
  const places = useMemo(
    () =>
      whole
        .map((block, index) => ({ index, first: firstWords(block) }))
        // Notes stand behind the text wherever that ends.
        .slice(1, endOfText(whole))
        .reverse(),
    [whole],
  );
  return (
    <select
      id="draft-end"
      class="field-select"
      aria-describedby="draft-end-explained"
      value={`${end}`}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    >
      <option value={`${endOfText(whole)}`}>{words.endsAtLast}</option>
      {places.map(
        ({ index, first }) =>
          first && (
            <option key={index} value={`${index}`}>
              {words.endsBefore(first)}
            </option>
          ),
      )}
    </select>
  );
}
