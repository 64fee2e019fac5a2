import { useEffect, useRef, useState } from "preact/hooks";
import { isPassedOn, type SavingAudio, type SavingFormat } from "#state/saving-audio.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { Button } from "../parts/Button.tsx";
import { Choices } from "../parts/Choices.tsx";
import { problemOf } from "./problem-of.ts";
import { SaveFile } from "./SaveFile.tsx";
import { words as appWords } from "../words.ts";
import { savingAudioWords as words } from "./words.ts";

interface SavingWorkProps {
  saving: SavingAudio;
  /** The file that is ready is let go of, for another one. */
  onAgain(): void;
}

/** From the choice of a kind of file to the file. */
export function SavingWork({ saving, onAgain }: SavingWorkProps) {
  const { announcer, reading } = useApp();
  const workRef = useRef<HTMLDivElement>(null);
  const { formats } = saving;
  const stage = saving.stage.value;
  const outcome = saving.outcome.value;
  const [format, setFormat] = useState(stage.kind === "failed" ? stage.format : formats[0]!.format);
  const seenRef = useRef<string>(undefined);
  useEffect(() => {
    if (seenRef.current === stage.kind) return;
    const first = seenRef.current === undefined;
    seenRef.current = stage.kind;
    // The button that was pressed has gone, and the focus with it.
    const lost = document.activeElement?.matches("body, dialog") ?? true;
    if (lost) workRef.current?.querySelector<HTMLElement>("[data-takes-focus]")?.focus();
    else if (stage.kind === "ready" && !first && !reading.peek()?.listening.active.peek()) announcer.say(words.isReady);
  }, [stage.kind, announcer, reading]);
  const start = () => saving.start(format);
  return (
    <div ref={workRef} class="saving-work">
      {(stage.kind === "choosing" || stage.kind === "failed") && (
        <>
          {stage.kind === "failed" && <p role="alert">{problemOf(saving, stage)}</p>}
          {formats.length > 1 ? (
            <div class="saving-formats">
              <Choices<SavingFormat>
                name="audio-format"
                legend={words.format}
                options={formats.map((each) => each.format)}
                label={(option) => words.formats[option](formats.find((each) => each.format === option)!.bytes)}
                value={format}
                onChange={setFormat}
              />
            </div>
          ) : (
            <p>{words.onlyWav(formats[0]!.bytes)}</p>
          )}
          {stage.kind === "choosing" && stage.stopped && <p role="alert">{words.stopped}</p>}
          <button key="start" type="button" class="button primary" data-takes-focus onClick={start}>
            {stage.kind === "failed" ? words.tryAgain : words.start}
          </button>
        </>
      )}
      {stage.kind === "working" && (
        <>
          {/* Not a live region: it would be said a hundred times. Who wants to know reads it, here or in the bar. */}
          <p class="saving-told" tabIndex={-1} data-takes-focus>
            {stage.preparing === undefined
              ? words.progress(Math.floor(stage.fraction * 100))
              : words.preparingVoice(languageName(stage.preparing))}
          </p>
          {/* Screen readers beep and speak at bars by themselves; the line above has the same in words. */}
          <progress aria-hidden="true" max={1} value={stage.fraction} />
          <p class="explained">{words.meanwhile}</p>
          <Button key="cancel" label={words.cancel} onClick={saving.cancel} />
        </>
      )}
      {stage.kind === "ready" && (
        <>
          <p>{words.ready(stage.seconds, stage.bytes)}</p>
          {stage.leftOut.length > 0 && (
            <p>{words.couldNotFetch(new Intl.ListFormat(appWords.lang).format(stage.leftOut.map(languageName)))}</p>
          )}
          <SaveFile saving={saving} stage={stage} />
          <Button
            key="end"
            label={isPassedOn(outcome) ? words.again : words.notice.discard}
            unavailable={outcome === "saving"}
            onClick={onAgain}
          />
        </>
      )}
    </div>
  );
}
