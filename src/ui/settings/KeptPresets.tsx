import { useEffect, useRef, useState } from "preact/hooks";
import trash from "icon:trash";
import { isSameName, keptOf } from "#domain/presets.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { own } from "./Presets.tsx";
import { settingsWords as words } from "./words.ts";

/** Keeps type, theme and reading aids under a name of the reader's, and throws such names away. */
export function KeptPresets() {
  const app = useApp();
  const editor = editorOf(app);
  const { presets } = editor.settings.value;
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const said = useRef<HTMLParagraphElement>(null);
  // The field can stand at the edge of the sheet, and what is said below it beyond.
  useEffect(() => said.current?.scrollIntoView({ block: "nearest" }), [problem]);

  const keep = () => {
    const given = name.trim();
    const taken = [...Object.values(words.presets), ...Object.keys(presets)].find((other) => isSameName(other, given));
    const wrong = given === "" ? words.presetNameless : taken !== undefined ? words.presetTaken(taken) : "";
    setProblem(wrong);
    if (wrong) return;
    editor.change({ presets: { ...presets, [given]: keptOf(editor.settings.peek()) }, preset: own(given) });
    app.announcer.say(words.presetKept(given));
    setName("");
  };
  const field = useRef<HTMLInputElement>(null);
  const remove = (given: string) => {
    const { [given]: _, ...others } = presets;
    editor.change({ presets: others });
    app.announcer.say(words.presetRemoved(given));
    // The button goes with its name, and would take the focus along.
    field.current?.focus();
  };

  return (
    <form
      class="kept-presets"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label class="setting-label" for="preset-name">
        {words.presetName}
      </label>
      <div class="field-row">
        <input
          id="preset-name"
          ref={field}
          type="text"
          autocomplete="off"
          maxLength={60}
          value={name}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={problem ? "preset-problem" : "preset-explained"}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          <span>{words.keepPreset}</span>
        </button>
      </div>
      {problem && (
        <p ref={said} id="preset-problem" role="alert">
          {problem}
        </p>
      )}
      <p id="preset-explained" class="explained">
        {words.presetExplained}
      </p>
      {Object.keys(presets).length > 0 && (
        <ul class="kept-list">
          {Object.keys(presets).map((given) => (
            <li key={given}>
              <span>{given}</span>
              <Button
                class="plain"
                icon={trash}
                iconOnly
                label={words.removePreset(given)}
                onClick={() => remove(given)}
              />
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
