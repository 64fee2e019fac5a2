import { isInForce, PRESET_NAMES, PRESETS } from "#domain/presets.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Choices } from "../parts/Choices.tsx";
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
  const areInForce = options.filter((option) => isInForce(presetOf(option), settings));
  const inForce = areInForce.find((option) => option === settings.preset) ?? areInForce[0];
  return (
    <Choices
      name="preset"
      legend={words.preset}
      options={options}
      label={(option) => words.presets[option as keyof typeof words.presets] ?? option.slice(OWN.length)}
      value={inForce ?? ""}
      onChange={(option) => editor.use({ ...presetOf(option), preset: option })}
    />
  );
}

const OWN = "own:";

/** The option for a name of the reader's own, which cannot clash with ours. */
export const own = (name: string) => `${OWN}${name}`;
