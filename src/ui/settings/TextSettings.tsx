import { FONTS, type NumericSetting, STOPS, THEMES } from "#domain/settings.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Stepper } from "../parts/Stepper.tsx";
import { Choices } from "./Choices.tsx";
import { ReadingAids } from "./ReadingAids.tsx";
import { settingsWords as labels } from "./words.ts";

interface NumericControl {
  setting: NumericSetting;
  label: string;
  format(value: number): string;
}

const SIZE: NumericControl = { setting: "size", label: labels.size, format: labels.pixels };

const SPACING: readonly NumericControl[] = [
  { setting: "lineSpacing", label: labels.lineSpacing, format: labels.times },
  { setting: "width", label: labels.width, format: labels.characters },
  { setting: "letterSpacing", label: labels.letterSpacing, format: labels.em },
  { setting: "wordSpacing", label: labels.wordSpacing, format: labels.em },
];

/** How text looks, changed live on the reader's own page and kept at once. */
export function TextSettings({ onClose }: { onClose(): void }) {
  const app = useApp();
  const { announcer } = app;
  const model = editorOf(app);
  const settings = model.settings.value;
  const undoable = model.beforeReset.value !== undefined;
  const reset = () => {
    if (undoable) model.undoReset();
    else model.resetText();
    announcer.say(undoable ? labels.undone : labels.wasReset);
  };
  const stepper = ({ setting, label, format }: NumericControl) => (
    <Stepper
      key={setting}
      id={`setting-${setting}`}
      label={label}
      stops={STOPS[setting]}
      value={settings[setting]}
      format={format}
      lessLabel={labels.smaller(label)}
      moreLabel={labels.larger(label)}
      onChange={(value) => model.change({ [setting]: value })}
    />
  );
  return (
    <Sheet id="text-settings" title={labels.title} closeLabel={labels.close} onClose={onClose}>
      <div class="settings">
        {stepper(SIZE)}
        <Choices
          name="theme"
          legend={labels.theme}
          options={THEMES}
          label={(theme) => labels.themes[theme]}
          value={settings.theme}
          onChange={(theme) => model.change({ theme })}
        />
        <Choices
          name="font"
          legend={labels.font}
          options={FONTS}
          label={(font) => labels.fonts[font]}
          value={settings.font}
          onChange={(font) => model.change({ font })}
        />
        {SPACING.map(stepper)}
        <ReadingAids />
        <div>
          <Button label={undoable ? labels.undoReset : labels.reset} onClick={reset} />
        </div>
        <fieldset>
          <legend>{labels.screenReader}</legend>
          <label class="switch">
            <input
              type="checkbox"
              checked={settings.screenReaderMode}
              aria-describedby="screen-reader-explained"
              onChange={(event) => model.change({ screenReaderMode: event.currentTarget.checked })}
            />
            <span>{labels.screenReaderMode}</span>
          </label>
          <p id="screen-reader-explained" class="explained">
            {labels.screenReaderExplained}
          </p>
        </fieldset>
        <p class="explained">{labels.kept}</p>
      </div>
    </Sheet>
  );
}
