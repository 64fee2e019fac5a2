import { ADDRESS_TELLINGS, CODE_TELLINGS, TABLE_TELLINGS } from "#domain/spoken-settings.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Choices } from "../parts/Choices.tsx";
import { Switch } from "../parts/Switch.tsx";
import { readingAloudWords as words } from "./words.ts";

/** What of an article is said, besides its text. */
export function WhatIsRead() {
  const editor = editorOf(useApp());
  const settings = editor.settings.value;
  const toggle = (setting: "readImages" | "readCaptions" | "readNoteMarks" | "readNotes", label: string) => (
    <Switch label={label} checked={settings[setting]} onChange={(checked) => editor.change({ [setting]: checked })} />
  );
  return (
    <>
      <Choices
        name="read-code"
        legend={words.code}
        options={CODE_TELLINGS}
        label={(option) => words.codes[option]}
        value={settings.readCode}
        onChange={(readCode) => editor.change({ readCode })}
      />
      <div>
        <Choices
          name="read-tables"
          legend={words.tables}
          options={TABLE_TELLINGS}
          label={(option) => words.tableTellings[option]}
          value={settings.readTables}
          onChange={(readTables) => editor.change({ readTables })}
        />
        <p class="explained">{words.tablesExplained}</p>
      </div>
      <Choices
        name="read-addresses"
        legend={words.addresses}
        options={ADDRESS_TELLINGS}
        label={(option) => words.addressTellings[option]}
        value={settings.readAddresses}
        onChange={(readAddresses) => editor.change({ readAddresses })}
      />
      <div>
        {toggle("readImages", words.images)}
        {toggle("readCaptions", words.captions)}
        {toggle("readNoteMarks", words.noteMarks)}
        {toggle("readNotes", words.notes)}
        <p class="explained">{words.never}</p>
      </div>
    </>
  );
}
