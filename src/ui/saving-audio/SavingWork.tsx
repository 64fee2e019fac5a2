import { useEffect, useRef, useState } from "preact/hooks";
import { fileNameOf } from "#domain/file-name.ts";
import type { ReadingModel } from "#state/reading.ts";
import type { SavingAudio, SavingFormat, SavingStage } from "#state/saving-audio.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { Button } from "../parts/Button.tsx";
import { Choices } from "../parts/Choices.tsx";
import { SaveFile } from "./SaveFile.tsx";
import { words as appWords } from "../words.ts";
import { savingAudioWords as words } from "./words.ts";

interface SavingWorkProps {
  saving: SavingAudio;
  reading: ReadingModel;
}

/** From the choice of a kind of file to the file. */
export function SavingWork({ saving, reading }: SavingWorkProps) {
  const { announcer } = useApp();
  const workRef = useRef<HTMLDivElement>(null);
  const { formats } = saving;
  const [format, setFormat] = useState(formats[0]!.format);
  const stage = saving.stage.value;
  const seenRef = useRef(stage.kind);
  useEffect(() => {
    if (seenRef.current === stage.kind) return;
    seenRef.current = stage.kind;
    // The button that was pressed has gone, and the focus with it.
    const lost = document.activeElement?.matches("body, dialog") ?? true;
    if (lost) workRef.current?.querySelector<HTMLElement>("[data-takes-focus]")?.focus();
    else if (stage.kind === "ready" && !reading.listening.active.peek()) announcer.say(words.isReady);
    if (stage.kind === "ready") reading.listening.session.peek()?.lookAtPacks();
  }, [stage.kind, announcer, reading]);
  const start = () => saving.start(format);
  return (
    <div ref={workRef} class="saving-work">
      {(stage.kind === "choosing" || stage.kind === "failed") && (
        <>
          {stage.kind === "failed" && <p role="alert">{problemOf(stage, format, formats.length === 1)}</p>}
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
          <p class="explained">{words.whileOpen}</p>
          <Button key="cancel" label={words.cancel} onClick={saving.cancel} />
        </>
      )}
      {stage.kind === "ready" && (
        <>
          <p>{words.ready(stage.seconds, stage.bytes)}</p>
          {stage.leftOut.length > 0 && (
            <p>{words.couldNotFetch(new Intl.ListFormat(appWords.lang).format(stage.leftOut.map(languageName)))}</p>
          )}
          <SaveFile
            file={stage.file}
            address={stage.address}
            name={nameOf(stage, reading)}
            kind={words.kinds[stage.format]}
          />
          <Button key="again" label={words.again} onClick={saving.reset} />
        </>
      )}
    </div>
  );
}

/** The ending that RFC 7845 recommends for Opus. */
function nameOf({ format }: Extract<SavingStage, { kind: "ready" }>, { reader }: ReadingModel): string {
  return `${fileNameOf(reader.open.peek()?.article.record.title ?? "") || words.fileName}.${format}`;
}

function problemOf(
  { reason, lang }: Extract<SavingStage, { kind: "failed" }>,
  format: SavingFormat,
  onlyOne: boolean,
): string {
  switch (reason) {
    case "not-fetched":
      return words.notFetched(languageName(lang));
    case "voice":
      return words.voice;
    case "memory":
      return format === "wav" && !onlyOne ? words.memoryWav : words.memory;
    case "encoder":
      return onlyOne ? words.encoderOnly : words.encoder;
  }
}
