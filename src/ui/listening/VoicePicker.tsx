import { useState } from "preact/hooks";
import languages from "icon:languages";
import type { ListeningSession } from "#state/listening-session.ts";
import { Button } from "../parts/Button.tsx";
import { languageName } from "../language-name.ts";
import { LanguagePacks } from "./LanguagePacks.tsx";
import { listeningWords } from "./words.ts";

type Pack = ReturnType<ListeningSession["packOf"]>;

const AUTOMATIC = "";

/** The voices that speak the article's language, the best first. A native list: every reader's tools know it. */
export function VoicePicker({ session }: { session: ListeningSession }) {
  const [managing, setManaging] = useState(false);
  const voices = session.voices.value;
  if (voices.length === 0) return null;
  return (
    <div class="player-voice">
      <label for="voice">{listeningWords.voice}</label>
      <select
        id="voice"
        class="field-select"
        value={session.chosenVoice.value?.key ?? AUTOMATIC}
        onChange={(event) => session.chooseVoice(event.currentTarget.value || undefined)}
      >
        <option value={AUTOMATIC}>{listeningWords.automaticVoice}</option>
        {voices.map((voice) => (
          <option key={voice.key} value={voice.key}>
            {nameOf(voice, session.packOf(voice))}
          </option>
        ))}
      </select>
      <Button
        class="plain"
        icon={languages}
        iconOnly
        hasPopup="dialog"
        label={listeningWords.packs.open}
        onClick={() => setManaging(true)}
      />
      {managing && <LanguagePacks session={session} onClose={() => setManaging(false)} />}
    </div>
  );
}

function nameOf({ name, lang }: { name: string; lang: string }, pack: Pack): string {
  const { builtInVoice, onThisDevice, toFetchOnce, megabytes } = listeningWords;
  if (!pack) return `${name} – ${languageName(lang)}`;
  const builtIn = `${builtInVoice} – ${languageName(lang)}`;
  return pack.state === "here" ? onThisDevice(builtIn) : toFetchOnce(builtIn, megabytes(pack.bytes));
}
