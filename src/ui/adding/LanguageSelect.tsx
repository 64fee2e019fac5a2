import { useMemo, useState } from "preact/hooks";
import { allLanguages, likelyLanguages } from "./draft-languages.ts";
import { addingWords } from "./words.ts";

const words = addingWords.draft;

/** The language of a text: the likely ones first, then all that the browser knows by name. */
export function LanguageSelect({ lang, onChange }: { lang: string; onChange(lang: string): void }) {
  const [first] = useState(lang);
  const likely = useMemo(() => likelyLanguages(first), [first]);
  const all = useMemo(allLanguages, []);
  const option = (choice: { lang: string; name: string }, group: string) => (
    <option key={group + choice.lang} value={choice.lang}>
      {choice.name}
    </option>
  );
  const others = all.filter((choice) => !likely.some((other) => other.name === choice.name));
  return (
    <div class="draft-field">
      <label for="draft-lang">{words.language}</label>
      <select
        id="draft-lang"
        class="field-select"
        value={lang}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="und">{words.unknown}</option>
        <optgroup label={words.likely}>{likely.map((choice) => option(choice, "likely"))}</optgroup>
        <optgroup label={words.allLanguages}>{others.map((choice) => option(choice, "all"))}</optgroup>
      </select>
    </div>
  );
}
