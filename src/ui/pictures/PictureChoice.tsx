import { PICTURE_CHOICES } from "#domain/settings.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Choices } from "../parts/Choices.tsx";
import { picturesWords as words } from "./words.ts";

/** Which pictures are kept of the articles that are saved from now on. */
export function PictureChoice() {
  const editor = editorOf(useApp());
  return (
    <>
      <Choices
        name="pictures"
        legend={words.choice}
        options={PICTURE_CHOICES}
        label={(option) => words.choices[option]}
        value={editor.settings.value.pictures}
        onChange={(pictures) => editor.change({ pictures })}
      />
      <p>{words.choiceExplained}</p>
    </>
  );
}
