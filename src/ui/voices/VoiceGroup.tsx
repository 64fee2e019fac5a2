import { useId } from "preact/hooks";
import type { ListeningSession } from "#state/listening-session.ts";
import type { VoiceChoiceModel, VoiceGroup as Group } from "#state/voice-choice.ts";
import { languageName } from "../language-name.ts";
import { listeningWords } from "../listening/words.ts";
import { VoiceRow } from "./VoiceRow.tsx";

const words = listeningWords.voices;

interface VoiceGroupProps {
  group: Group;
  session: ListeningSession;
  choice: VoiceChoiceModel;
  /** Its voices read the article. */
  own: boolean;
  /** What is here was searched for: only that is shown. */
  searched: boolean;
}

/** The voices of a language, of which one is chosen. */
export function VoiceGroup({ group, session, choice, own, searched }: VoiceGroupProps) {
  const id = useId();
  const { language, voices } = group;
  const chosen = choice.chosen(language);
  const [best] = own ? session.voices.value : voices;
  const name = `voice-${language}`;
  const [single] = voices.length === 1 && !searched ? voices : [];
  // The only one there can be is the best there is: to take it by itself or by name is the same.
  const only = single?.engine === "built-in" && single.key === best?.key && (!chosen || chosen.key === single.key);
  return (
    <div class="voice-group">
      <h3 id={id}>{own ? words.ownLanguage(languageName(language)) : languageName(language)}</h3>
      <div role="radiogroup" aria-labelledby={id}>
        {!searched && !only && (
          <div class="voice-row">
            <label>
              <input type="radio" name={name} checked={!chosen} onChange={() => choice.choose(undefined, language)} />
              <span>
                {words.automatic}
                {best && <span class="explained">{words.automaticExplained(nameOf(best))}</span>}
              </span>
            </label>
          </div>
        )}
        {voices.map((voice) => (
          <VoiceRow
            key={voice.key}
            group={name}
            name={nameOf(voice)}
            voice={voice}
            pack={session.packOf(voice)}
            trial={choice.trial.value?.key === voice.key ? choice.trial.value : undefined}
            checked={only || chosen?.key === voice.key}
            onChoose={() => choice.choose(voice, language)}
            onTry={() => choice.tryOut(voice)}
          />
        ))}
      </div>
    </div>
  );
}

function nameOf({ engine, name, known }: Group["voices"][number]): string {
  return engine === "built-in" ? listeningWords.builtInVoice : (known?.label ?? name);
}
