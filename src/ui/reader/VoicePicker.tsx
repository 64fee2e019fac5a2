import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { words } from "../words.ts";

const AUTOMATIC = "";

/** The voices that speak the article's language, the best first. A native list: every reader's tools know it. */
export function VoicePicker() {
  const { listening } = useApp();
  const voices = listening.voices.value;
  if (voices.length === 0) return null;
  return (
    <div class="player-voice">
      <label for="voice">{words.listen.voice}</label>
      <select
        id="voice"
        class="field-select"
        value={listening.chosenVoice.value?.key ?? AUTOMATIC}
        onChange={(event) => listening.chooseVoice(event.currentTarget.value || undefined)}
      >
        <option value={AUTOMATIC}>{words.listen.automaticVoice}</option>
        {voices.map((voice) => (
          <option key={voice.key} value={voice.key}>
            {voice.name} – {languageName(voice.lang)}
          </option>
        ))}
      </select>
    </div>
  );
}
