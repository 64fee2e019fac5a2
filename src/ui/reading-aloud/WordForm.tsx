import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { LONGEST_MATCH, LONGEST_SAY, type Pronunciation } from "#domain/pronunciations.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { Button } from "../parts/Button.tsx";
import { Switch } from "../parts/Switch.tsx";
import { readingAloudWords as words } from "./words.ts";

interface WordFormProps {
  /** What is being changed; undefined for a new one. */
  entry: Pronunciation | undefined;
  /** Gets the first field. */
  field: RefObject<HTMLInputElement | null>;
  /** Answers whether there was room for it. */
  onPut(entry: Pronunciation): boolean;
  onCancel(): void;
  onTry(say: string): void;
}

const NEW: Pronunciation = { match: "", say: "", wholeWord: true, matchCase: false };

/** One entry of the list: how a word stands in the text, and how it is to be said. */
export function WordForm({ entry, field, onPut, onCancel, onTry }: WordFormProps) {
  const [draft, setDraft] = useState(entry ?? NEW);
  const [lacking, setLacking] = useState(false);
  // The fields stay, and with them the focus.
  useEffect(() => {
    setDraft(entry ?? NEW);
    setLacking(false);
  }, [entry]);
  const articleLang = useApp().reading.value?.reader.open.value?.article.record.lang;
  const languages = new Set(["", articleLang?.split("-", 1)[0] ?? "", draft.lang ?? ""]);
  const change = (patch: Partial<Pronunciation>) => setDraft({ ...draft, ...patch });
  const put = () => {
    const { lang, ...rest } = draft;
    const complete = { ...rest, match: draft.match.trim(), say: draft.say.trim(), ...(lang && { lang }) };
    if (complete.match === "" || complete.say === "") return setLacking(true);
    setLacking(false);
    if (onPut(complete)) setDraft(NEW);
  };
  const text = (name: "match" | "say", longest: number) => (
    <div>
      <label class="setting-label" for={`say-${name}`}>
        {words[name]}
      </label>
      <div class="field-row">
        <input
          id={`say-${name}`}
          ref={name === "match" ? field : null}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={longest}
          value={draft[name]}
          aria-invalid={lacking && draft[name].trim() === "" ? "true" : undefined}
          aria-describedby={lacking ? "say-lacking" : undefined}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
        {name === "say" && (
          <Button label={words.tryOut} unavailable={draft.say.trim() === ""} onClick={() => onTry(draft.say.trim())} />
        )}
      </div>
    </div>
  );
  return (
    <form
      class="say-form"
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      {text("match", LONGEST_MATCH)}
      {text("say", LONGEST_SAY)}
      {languages.size > 1 && (
        <div class="say-language">
          <label for="say-lang">{words.language}</label>
          <select
            id="say-lang"
            class="field-select"
            value={draft.lang ?? ""}
            onChange={(event) => change({ lang: event.currentTarget.value })}
          >
            {Array.from(languages, (lang) => (
              <option key={lang} value={lang}>
                {lang === "" ? words.anyLanguage : languageName(lang)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div>
        <Switch label={words.wholeWord} checked={draft.wholeWord} onChange={(wholeWord) => change({ wholeWord })} />
        <Switch label={words.matchCase} checked={draft.matchCase} onChange={(matchCase) => change({ matchCase })} />
      </div>
      {lacking && (
        <p id="say-lacking" role="alert">
          {words.needsBoth}
        </p>
      )}
      <div class="field-row">
        <button type="submit" class="button">
          <span>{entry ? words.save : words.add}</span>
        </button>
        {entry && <Button label={words.cancel} onClick={onCancel} />}
      </div>
    </form>
  );
}
