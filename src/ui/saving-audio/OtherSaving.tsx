import type { SavingAudio } from "#state/saving-audio.ts";
import { Button } from "../parts/Button.tsx";
import { SaveFile } from "./SaveFile.tsx";
import { savingAudioWords as words } from "./words.ts";

/** What keeps this article's file from being made: that of another one, and the ways to be through with it. */
export function OtherSaving({ saving }: { saving: SavingAudio }) {
  const stage = saving.stage.value;
  const { title } = saving.record;
  return (
    <div class="saving-work">
      {stage.kind === "ready" ? (
        <>
          <p>{words.otherReady(title)}</p>
          <SaveFile saving={saving} stage={stage} />
          <Button key="end" label={words.notice.discard} onClick={saving.reset} />
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
