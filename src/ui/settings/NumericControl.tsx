import { type ScriptKind, SCRIPT_DEFAULTS } from "#domain/script.ts";
import { DEFAULTS, nearestStop, type NumericSetting, STOPS, wordSpacingInForce } from "#domain/settings.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Stepper } from "../parts/Stepper.tsx";
import { settingsWords as words } from "./words.ts";

export type TypeSetting = Exclude<NumericSetting, "rate" | "autoScroll" | "sentencePause" | "paragraphPause">;

const CONTROLS: Readonly<Record<TypeSetting, { label: string; format(value: number): string }>> = {
  size: { label: words.size, format: words.pixels },
  lineSpacing: { label: words.lineSpacing, format: words.times },
  paragraphSpacing: { label: words.paragraphSpacing, format: words.em },
  indent: { label: words.indent, format: words.em },
  width: { label: words.width, format: words.characters },
  letterSpacing: { label: words.letterSpacing, format: words.em },
  wordSpacing: { label: words.wordSpacing, format: words.em },
  weight: { label: words.weight, format: words.strokes },
};

/** One number of the type: its slider shows what is in force, which without a choice is the default of the article's script. */
export function NumericControl({ setting, script }: { setting: TypeSetting; script: ScriptKind }) {
  const app = useApp();
  const editor = editorOf(app);
  const settings = editor.settings.value;
  const { label, format } = CONTROLS[setting];
  const isChosen = app.settings.chosen.value[setting] !== undefined;
  const usual = SCRIPT_DEFAULTS[script][setting] ?? DEFAULTS[setting];
  const chosen = setting === "wordSpacing" ? wordSpacingInForce(settings) : settings[setting];
  const value = nearestStop(setting, isChosen || setting === "wordSpacing" ? chosen : usual);
  const change = (next: number) => {
    // Who wants the words closer than the letters ask for wants the two parted.
    const parts = setting === "wordSpacing" && next < 2 * settings.letterSpacing;
    editor.change({ [setting]: next, ...(parts && { wordsFollowLetters: false }) });
  };
  return (
    <Stepper
      id={`setting-${setting}`}
      label={label}
      stops={STOPS[setting]}
      value={value}
      format={format}
      lessLabel={words.smaller(label)}
      moreLabel={words.larger(label)}
      onChange={change}
      reset={{ label: words.resetOne(label), unavailable: !isChosen, onReset: () => editor.forget(setting) }}
    />
  );
}
