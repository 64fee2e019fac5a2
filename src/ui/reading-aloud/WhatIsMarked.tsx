import { MARK_COLORS, MARK_STYLES, MARKED } from "#domain/spoken-settings.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Choices } from "../parts/Choices.tsx";
import { Switch } from "../parts/Switch.tsx";
import { readingAloudWords as words } from "./words.ts";

/** What is marked while it is said, and how. Seen at once in the text behind the sheet. */
export function WhatIsMarked() {
  const editor = editorOf(useApp());
  const settings = editor.settings.value;
  return (
    <>
      <div>
        <Choices
          name="marked"
          legend={words.marked}
          options={MARKED}
          label={(option) => words.markedOptions[option]}
          value={settings.marked}
          onChange={(marked) => editor.change({ marked })}
        />
        <p class="explained">{words.markedExplained}</p>
      </div>
      {settings.marked !== "none" && (
        <>
          <Choices
            name="mark-style"
            legend={words.markStyle}
            options={MARK_STYLES}
            label={(option) => words.markStyles[option]}
            value={settings.markStyle}
            onChange={(markStyle) => editor.change({ markStyle })}
          />
          <div class="mark-colors">
            <Choices
              name="mark-color"
              legend={words.markColor}
              options={MARK_COLORS}
              label={(option) => words.markColors[option]}
              value={settings.markColor}
              onChange={(markColor) => editor.change({ markColor })}
            />
          </div>
        </>
      )}
      <Switch
        label={words.followVoice}
        checked={settings.followVoice}
        onChange={(followVoice) => editor.change({ followVoice })}
      />
    </>
  );
}
