import { useRef, useState } from "preact/hooks";
import trash from "icon:trash";
import { typeOf } from "#domain/presets.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { settingsWords as words } from "./words.ts";

/** Keeps the type settings under a name of the reader's, and throws such names away. */
export function KeptPresets() {
  const app = useApp();
  const editor = editorOf(app);
  const { presets } = editor.settings.value;
  const [name, setName] = useState("");
  const [nameless, setNameless] = useState(false);

  const keep = () => {
    const given = name.trim();
    setNameless(given === "");
    if (given === "") return;
    editor.change({ presets: { ...presets, [given]: typeOf(editor.settings.peek()) } });
    app.announcer.say(given in presets ? words.presetReplaced(given) : words.presetKept(given));
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
          aria-invalid={nameless ? "true" : undefined}
          aria-describedby={nameless ? "preset-nameless" : undefined}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          <span>{words.keepPreset}</span>
        </button>
      </div>
      {nameless && (
        <p id="preset-nameless" role="alert">
          {words.presetNameless}
        </p>
      )}
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
