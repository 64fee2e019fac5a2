import { useState } from "preact/hooks";
import { isUseful, scriptKindOf } from "#domain/script.ts";
import { LINE_FOCUSES, type Settings, STOPS } from "#domain/settings.ts";
import { patternsFor } from "#reading/aids/hyphenation.ts";
import { canHoldScreen } from "#reading/aids/wake-lock.ts";
import { editorOf } from "#state/settings-editor.ts";
import { syllablesMissing } from "../aids/missing-syllables.tsx";
import { aidsWords as labels } from "../aids/words.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { loadAutoScroll } from "./lazy.ts";
import { Button } from "../parts/Button.tsx";
import { Stepper } from "../parts/Stepper.tsx";
import { Switch } from "../parts/Switch.tsx";
import { Choices } from "../parts/Choices.tsx";

type SwitchSetting = "ruler" | "lineTint" | "syllables" | "keepAwake";

/** What helps to keep the line, the word and the pace. Each acts at once on the text behind the settings. */
export function ReadingAids() {
  const app = useApp();
  const [unloaded, setUnloaded] = useState(false);
  const editor = editorOf(app);
  const settings = editor.settings.value;
  const open = app.reading.value?.reader.open.value;
  const lang = open?.article.record.lang;
  const useful = lang === undefined || isUseful("syllables", scriptKindOf(lang));
  const unknown = lang !== undefined && patternsFor(lang) === undefined;
  const toggle = (setting: SwitchSetting, explained?: string) => (
    <Switch
      label={labels[setting]}
      checked={settings[setting]}
      {...(explained && { explained })}
      onChange={(value) => editor.change({ [setting]: value } satisfies Partial<Settings>)}
    />
  );
  const start = (dialog: HTMLDialogElement | null) => {
    setUnloaded(false);
    loadAutoScroll().then(
      ({ startAutoScroll }) => {
        // Closed first: it gives the focus back, and then the control takes it.
        dialog?.close();
        setTimeout(() => startAutoScroll(app));
      },
      () => setUnloaded(true),
    );
  };
  return (
    <fieldset class="aids">
      <legend>{labels.title}</legend>
      <Choices
        name="line-focus"
        legend={labels.lineFocus}
        options={LINE_FOCUSES}
        label={(focus) => labels.lineFocuses[focus]}
        value={settings.lineFocus}
        onChange={(lineFocus) => editor.change({ lineFocus })}
      />
      <p class="explained">{labels.lineFocusExplained}</p>
      {toggle("ruler")}
      {toggle("lineTint")}
      {useful && toggle("syllables", unknown ? labels.noPatterns(languageName(lang)) : undefined)}
      {useful && syllablesMissing.value && <p role="alert">{labels.syllablesMissing}</p>}
      {canHoldScreen() && toggle("keepAwake")}
      <Stepper
        id="setting-autoScroll"
        label={labels.speed}
        stops={STOPS.autoScroll}
        value={settings.autoScroll}
        format={labels.wordsAMinute}
        lessLabel={labels.slower}
        moreLabel={labels.faster}
        onChange={(autoScroll) => editor.change({ autoScroll })}
      />
      <p class="explained">{labels.autoScrollExplained}</p>
      {open && <Button label={labels.start} onClick={() => start(document.querySelector("dialog[open]"))} />}
      {unloaded && <p role="alert">{labels.couldNotLoad}</p>}
    </fieldset>
  );
}
