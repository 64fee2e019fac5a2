import { useCallback, useEffect, useState } from "preact/hooks";
import { isPassedOn, type SavingAudio as Saving, savingOf, savingUnderWay } from "#state/saving-audio.ts";
import { useApp } from "../app-context.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { OtherSaving } from "./OtherSaving.tsx";
import { showSavingNotice } from "./show-notice.tsx";
import type { SavingSheetProps } from "./SavingNotice.tsx";
import { SavingWork } from "./SavingWork.tsx";
import "./styles.ts";
import { WhatIsSaved } from "./WhatIsSaved.tsx";
import { savingAudioWords as words } from "./words.ts";

/** Saves an article as a sound file. What is under way goes on when this is closed: `SavingNotice` has it then. */
export function SavingAudio({ id, onClose }: SavingSheetProps) {
  const app = useApp();
  const [saving, setSaving] = useState<Saving | "lost" | undefined>(undefined);
  const load = useCallback(() => {
    savingOf(id, app.reading.peek()!, app).then(
      (next) => setSaving(next ?? "lost"),
      () => setSaving("lost"),
    );
  }, [app, id]);
  useEffect(load, [load]);
  useEffect(() => showSavingNotice(app, SavingAudio), [app]);
  useEffect(() => {
    if (typeof saving !== "object") return;
    const leave = saving.attend();
    return () => {
      leave();
      const { kind } = saving.stage.peek();
      if (kind === "working" && !app.reading.peek()?.listening.active.peek()) app.announcer.say(words.goesOn);
      // What has been read and what has been saved need not be told again. Nobody says whether the browser saved what it was given: its
      // prompt can have been cancelled.
      if (kind === "failed" || saving.outcome.peek() === "saved") saving.reset();
    };
  }, [app, saving]);
  const underWay = savingUnderWay(app).value;
  const other = underWay?.record.id !== id && underWay?.stage.value.kind !== "failed" ? underWay : undefined;
  return (
    <Sheet id="saving-audio" title={words.title} closeLabel={words.close} onClose={onClose}>
      <div class="settings">
        {saving === undefined && <p>{words.preparing}</p>}
        {saving === "lost" && <p role="alert">{words.couldNotLoad}</p>}
        {typeof saving === "object" && (
          <>
            <WhatIsSaved saving={saving} />
            {saving.seconds > 0 && other && <OtherSaving saving={other} />}
            {saving.seconds > 0 && (!other || isPassedOn(other.outcome.value)) && (
              <SavingWork
                saving={saving}
                onAgain={() => {
                  saving.reset();
                  // The reader may have other wishes by now.
                  load();
                }}
              />
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}
