import type { SavingAudio } from "#state/saving-audio.ts";
import { languageName } from "../language-name.ts";
import { words as appWords } from "../words.ts";
import { savingAudioWords as words } from "./words.ts";

/** What the file will have in it, how long it will be, and what it cannot have. */
export function WhatIsSaved({ saving: { seconds, leftOut } }: { saving: SavingAudio }) {
  const languages = new Intl.ListFormat(appWords.lang).format(leftOut.map(languageName));
  if (seconds === 0) return <p>{leftOut.length > 0 ? words.nothing(languages) : words.noText}</p>;
  return (
    <div class="saving-what">
      <p>{words.explained(seconds)}</p>
      <p class="explained">{words.asChosen}</p>
      {leftOut.length > 0 && <p>{leftOut.length > 1 ? words.leftOutMany(languages) : words.leftOut(languages)}</p>}
    </div>
  );
}
