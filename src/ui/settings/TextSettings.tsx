import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { canBeVertical, canHyphenate, isUseful, scriptKindOf } from "#domain/script.ts";
import { ALIGNMENTS, FONTS, LAYOUTS, type Settings, THEMES } from "#domain/settings.ts";
import faceNames from "./face-names.css?url";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { loadKeysSheet } from "./lazy.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Switch } from "../parts/Switch.tsx";
import { useSheet } from "../parts/use-sheet.ts";
import { Choices } from "../parts/Choices.tsx";
import { dividesWords } from "./hyphenation-here.ts";
import { KeptPresets } from "./KeptPresets.tsx";
import { NumericControl, type TypeSetting } from "./NumericControl.tsx";
import { OwnColours } from "./OwnColours.tsx";
import { Presets } from "./Presets.tsx";
import { ReadingAids } from "./ReadingAids.tsx";
import { showTextAbove } from "./text-above.ts";
import { fetchTypeface, missingTypeface } from "./typeface-here.ts";
import { settingsWords as words } from "./words.ts";

const SPACING: readonly TypeSetting[] = [
  "lineSpacing",
  "width",
  "paragraphSpacing",
  "indent",
  "letterSpacing",
  "wordSpacing",
];

/** How text looks, changed live on the reader's own page and kept at once. Of an open article, only what its script has a use for. */
export function TextSettings({ onClose }: { onClose(): void }) {
  const app = useApp();
  const model = editorOf(app);
  const settings = model.settings.value;
  const lang = app.reading.value?.reader.open.value?.article.record.lang ?? "en";
  const script = scriptKindOf(lang);
  const useful = (setting: keyof Settings) => isUseful(setting, script);
  const keys = useSheet(async () => (await loadKeysSheet()).KeysSheet);
  const undoable = model.beforeReset.value !== undefined;
  const reset = () => {
    model.resetText();
    app.announcer.say(words.wasReset);
  };
  const undo = () => {
    model.undoReset();
    app.announcer.say(words.undone);
  };
  const divides = canHyphenate(lang) && dividesWords(lang);
  const isJustified = canHyphenate(lang) && settings.align === "justify";
  const alignments = ALIGNMENTS.filter((align) => align !== "justify" || script === "cjk" || divides || isJustified);

  const { font } = settings;
  const firstRef = useRef(true);
  useEffect(() => {
    const isChosen = !firstRef.current;
    firstRef.current = false;
    void fetchTypeface(font).then((isHere) => {
      if (!isHere && isChosen) app.announcer.say(words.fontMissing(words.fonts[font]));
    });
  }, [app, font]);

  useEffect(() => {
    const sheet = document.getElementById("text-settings")?.closest("dialog");
    const open = app.reading.peek()?.reader.open.peek();
    if (!sheet || !open) return;
    const end = new AbortController();
    const { refresh, putBack } = showTextAbove(sheet, open.leaves);
    // In the frame in which the text is brought back to its place, after that.
    const later = () => void requestAnimationFrame(() => !end.signal.aborted && refresh());
    const stop = effect(() => {
      void app.settings.look.value;
      later();
    });
    document.fonts.addEventListener("loadingdone", later, { signal: end.signal });
    return () => {
      end.abort();
      stop();
      putBack();
    };
  }, [app]);
  return (
    <Sheet id="text-settings" title={words.title} closeLabel={words.close} onClose={onClose}>
      <link rel="stylesheet" href={faceNames} />
      <div class="settings">
        <NumericControl setting="size" script={script} />
        <Presets />
        <Choices
          name="theme"
          legend={words.theme}
          options={THEMES}
          label={(theme) => words.themes[theme]}
          value={settings.theme}
          onChange={(theme) => model.change({ theme })}
        />
        {settings.theme === "own" && <OwnColours />}
        <Choices
          name="font"
          legend={words.font}
          options={FONTS}
          label={(font) => words.fonts[font]}
          value={settings.font}
          onChange={(font) => model.change({ font })}
        />
        {missingTypeface.value === font && <p class="explained">{words.fontMissing(words.fonts[font])}</p>}
        {SPACING.filter(useful).map((setting) => (
          <NumericControl key={setting} setting={setting} script={script} />
        ))}
        {useful("wordsFollowLetters") && useful("letterSpacing") && (
          <Switch
            label={words.wordsFollowLetters}
            checked={settings.wordsFollowLetters}
            onChange={(wordsFollowLetters) => model.change({ wordsFollowLetters })}
          />
        )}
        <NumericControl setting="weight" script={script} />
        <Choices
          name="align"
          legend={words.align}
          options={alignments}
          label={(align) => words.alignments[align]}
          value={settings.align}
          onChange={(align) => model.change({ align })}
        />
        {useful("hyphens") && canHyphenate(lang) && (
          <Switch
            label={words.hyphens}
            checked={settings.hyphens}
            disabled={!divides}
            {...(!divides && { explained: words.cannotDivide(languageName(lang)) })}
            onChange={(hyphens) => model.change({ hyphens })}
          />
        )}
        <Choices
          name="layout"
          legend={words.layout}
          options={LAYOUTS}
          label={(layout) => words.layouts[layout]}
          value={settings.layout}
          onChange={(layout) => model.change({ layout })}
        />
        {settings.layout === "pages" && <p class="explained">{words.pagesExplained}</p>}
        {canBeVertical(lang) && (
          <Switch
            label={words.vertical}
            checked={settings.vertical}
            onChange={(vertical) => model.change({ vertical })}
          />
        )}
        <ReadingAids />
        <div class="field-row">
          <Button label={words.reset} onClick={reset} />
          <Button label={words.undo} unavailable={!undoable} onClick={undo} />
        </div>
        <KeptPresets />
        <fieldset>
          <legend>{words.screenReader}</legend>
          <Switch
            label={words.screenReaderMode}
            checked={settings.screenReaderMode}
            explained={words.screenReaderExplained}
            onChange={(screenReaderMode) => model.change({ screenReaderMode })}
          />
        </fieldset>
        <div>
          <Button label={words.keys} hasPopup="dialog" onClick={keys.open} />
        </div>
        <p class="explained">{words.kept}</p>
      </div>
      {keys.sheet}
    </Sheet>
  );
}
