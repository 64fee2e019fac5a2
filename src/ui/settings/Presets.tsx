import { isInForce, PRESET_NAMES, PRESETS } from "#domain/presets.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Choices } from "./Choices.tsx";
import { settingsWords as words } from "./words.ts";

/** Ways to set text, ours and the reader's own, in one list: what is in force is the one that is chosen, if it is any of them. */
export function Presets() {
  const editor = editorOf(useApp());
  const settings = editor.settings.value;
  const kept = Object.entries(settings.presets);
  const options = [...PRESET_NAMES, ...kept.map(([name]) => own(name))];
  const presetOf = (option: string) =>
    PRESET_NAMES.find((name) => name === option)
      ? PRESETS[option as (typeof PRESET_NAMES)[number]]
      : (settings.presets[option.slice(OWN.length)] ?? {});
  const inForce = options.find((option) => isInForce(presetOf(option), settings));
  return (
    <Choices
      name="preset"
      legend={words.preset}
      options={options}
      label={(option) => words.presets[option as keyof typeof words.presets] ?? option.slice(OWN.length)}
      value={inForce ?? ""}
      onChange={(option) => editor.use(presetOf(option))}
    />
  );
}

/** Names of the reader's own cannot clash with ours. */
const OWN = "own:";
const own = (name: string) => `${OWN}${name}`;
