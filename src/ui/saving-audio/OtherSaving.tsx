import { isPassedOn, type SavingAudio } from "#state/saving-audio.ts";
import { Button } from "../parts/Button.tsx";
import { SaveFile } from "./SaveFile.tsx";
import { savingAudioWords as words } from "./words.ts";

/** What keeps this article's file from being made: that of another one, and the ways to be through with it; or that it no longer does. */
export function OtherSaving({ saving }: { saving: SavingAudio }) {
  const stage = saving.stage.value;
  const outcome = saving.outcome.value;
  const { title } = saving.record;
  const ready =
    outcome === "saved" ? words.otherSaved : outcome === "handed-over" ? words.otherHandedOver : words.otherReady;
  return (
    <div class="saving-work">
      {stage.kind === "ready" ? (
        <>
          <p>{ready(title)}</p>
          <SaveFile saving={saving} stage={stage} />
          {!isPassedOn(outcome) && (
            <Button key="end" label={words.notice.discard} unavailable={outcome === "saving"} onClick={saving.reset} />
          )}
        </>
      ) : (
        <>
          <p>{words.otherWorking(title, stage.kind === "working" ? Math.floor(stage.fraction * 100) : 0)}</p>
          <Button key="end" label={words.cancelOther} onClick={saving.cancel} />
        </>
      )}
    </div>
  );
}
