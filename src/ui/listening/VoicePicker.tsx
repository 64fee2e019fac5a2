import type { ListeningSession } from "#state/listening-session.ts";
import { languageName } from "../language-name.ts";
import { listeningWords } from "./words.ts";

const AUTOMATIC = "";

/** The voices that speak the article's language, the best first. A native list: every reader's tools know it. */
export function VoicePicker({ session }: { session: ListeningSession }) {
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
            {voice.name} – {languageName(voice.lang)}
          </option>
        ))}
      </select>
    </div>
  );
}
