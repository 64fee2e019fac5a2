import { useEffect, useState } from "preact/hooks";
import type { ReadingModel } from "#state/reading.ts";
import { createSavingAudio, type SavingAudio as Saving } from "#state/saving-audio.ts";
import { useApp } from "../app-context.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { SavingWork } from "./SavingWork.tsx";
import "./styles.ts";
import { WhatIsSaved } from "./WhatIsSaved.tsx";
import { savingAudioWords as words } from "./words.ts";

interface SavingAudioProps {
  reading: ReadingModel;
  onClose(): void;
}

/** Saves the open article as a sound file. Closing it ends what is under way; what is being read aloud goes on. */
export function SavingAudio({ reading, onClose }: SavingAudioProps) {
  const app = useApp();
  const [saving, setSaving] = useState<Saving | "lost" | undefined>(undefined);
  useEffect(() => {
    let made: Saving | undefined;
    let closed = false;
    createSavingAudio(reading.reader, app, reading.words).then(
      (next) => {
        made = next;
        if (closed) made?.dispose();
        else setSaving(made ?? "lost");
      },
      () => setSaving("lost"),
    );
    return () => {
      closed = true;
      if (made?.stage.peek().kind === "working") app.announcer.say(words.stopped);
      made?.dispose();
    };
  }, [app, reading]);
  return (
    <Sheet id="saving-audio" title={words.title} closeLabel={words.close} onClose={onClose}>
      <div class="settings">
        {saving === undefined && <p>{words.preparing}</p>}
        {saving === "lost" && <p role="alert">{words.couldNotLoad}</p>}
        {typeof saving === "object" && (
          <>
            <WhatIsSaved saving={saving} />
            {saving.seconds > 0 && <SavingWork saving={saving} reading={reading} />}
          </>
        )}
      </div>
    </Sheet>
  );
}
