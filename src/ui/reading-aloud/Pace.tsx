import { DEFAULTS, STOPS } from "#domain/settings.ts";
import { RATE_PRESETS } from "#domain/spoken-settings.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Choices } from "../parts/Choices.tsx";
import { Stepper } from "../parts/Stepper.tsx";
import { Switch } from "../parts/Switch.tsx";
import { readingAloudWords as words } from "./words.ts";

type PaceSetting = "rate" | "sentencePause" | "paragraphPause";

const FORMATS: Readonly<Record<PaceSetting, (value: number) => string>> = {
  rate: words.times,
  sentencePause: words.seconds,
  paragraphPause: words.seconds,
};

/** How fast the voice is, and how long it is silent in between. */
export function Pace() {
  const app = useApp();
  const editor = editorOf(app);
  const settings = editor.settings.value;
  const stepper = (setting: PaceSetting) => (
    <Stepper
      id={`spoken-${setting}`}
      label={words[setting]}
      stops={STOPS[setting]}
      value={settings[setting]}
      format={FORMATS[setting]}
      lessLabel={words.less(words[setting])}
      moreLabel={words.more(words[setting])}
      onChange={(value) => editor.change({ [setting]: value })}
      reset={{
        label: words.resetOne(words[setting]),
        unavailable: settings[setting] === DEFAULTS[setting],
        onReset: () => editor.forget(setting),
      }}
    />
  );
  return (
    <>
      {stepper("rate")}
      <div class="speeds">
        <Choices
          name="rate-preset"
          legend={words.ratePresets}
          options={RATE_PRESETS.map(String)}
          label={words.ratePreset}
          value={String(settings.rate)}
          onChange={(rate) => editor.change({ rate: Number(rate) })}
        />
      </div>
      {stepper("sentencePause")}
      {stepper("paragraphPause")}
      <p class="explained">{words.pausesExplained}</p>
      <Switch
        label={words.headingPause}
        checked={settings.headingPause}
        onChange={(headingPause) => editor.change({ headingPause })}
      />
    </>
  );
}
