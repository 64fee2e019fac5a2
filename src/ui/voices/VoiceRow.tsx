import type { ListeningSession } from "#state/listening-session.ts";
import type { VoiceGroup, VoiceTrial } from "#state/voice-choice.ts";
import { voiceLanguage } from "../listening/voice-language.ts";
import { listeningWords } from "../listening/words.ts";

const words = listeningWords.voices;

interface VoiceRowProps {
  /** The radio buttons' common name. */
  group: string;
  /** What the voice is called. */
  name: string;
  voice: VoiceGroup["voices"][number];
  /** What of the built-in voice it needs. */
  pack: ReturnType<ListeningSession["packOf"]>;
  /** It is being tried. */
  trial: VoiceTrial | undefined;
  checked: boolean;
  onChoose(): void;
  onTry(): void;
}

/** A voice, what there is to know of it in words, and a way to hear it. */
export function VoiceRow({ group, name, voice, pack, trial, checked, onChoose, onTry }: VoiceRowProps) {
  const trying = trial && trial.state !== "failed";
  const act = trying ? words.stopTrying : words.tryIt;
  return (
    <div class="voice-row">
      <label>
        <input type="radio" name={group} data-voice checked={checked} onChange={onChoose} />
        <span>
          {name}
          <span class="explained">{aboutIt(voice, pack)}</span>
        </span>
      </label>
      <button
        type="button"
        class="button plain"
        aria-label={words.named(act, `${name}, ${voiceLanguage(voice.lang)}`)}
        onClick={onTry}
      >
        {act}
      </button>
      {trial?.state === "failed" && (
        <p role="alert">{trial.reason === "not-fetched" ? words.trialNotFetched : words.trialFailed}</p>
      )}
    </div>
  );
}

function aboutIt({ lang, offline, quality, known }: VoiceRowProps["voice"], pack: VoiceRowProps["pack"]): string {
  const toFetch = pack && pack.state !== "here" ? words.toFetch(listeningWords.megabytes(pack.bytes)) : "";
  const gender = known?.gender && (known.child ? words.child : words.gender[known.gender]);
  const facts = [voiceLanguage(lang), words.quality[quality], gender, toFetch || words[offline ? "offline" : "online"]];
  return facts.filter(Boolean).join(", ");
}
