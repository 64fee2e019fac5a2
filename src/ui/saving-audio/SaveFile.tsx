import { useEffect } from "preact/hooks";
import download from "icon:file-down";
import { fileNameOf } from "#domain/file-name.ts";
import type { SavingAudio, SavingStage } from "#state/saving-audio.ts";
import { Icon } from "../parts/Icon.tsx";
import { canPickFile, saveToDisk } from "./save-to-disk.ts";
import { savingAudioWords as words } from "./words.ts";

interface SaveFileProps {
  saving: SavingAudio;
  stage: Extract<SavingStage, { kind: "ready" }>;
}

/** The way from a file that is ready to the reader's own folder: asked for, or else among the downloads. */
export function SaveFile({ saving, stage }: SaveFileProps) {
  const { outcome, became, record } = saving;
  useEffect(() => {
    if (outcome.peek() === "none" && !canPickFile()) became("refused");
  }, [outcome, became]);
  const { file, address, format } = stage;
  // The ending that RFC 7845 recommends for Opus.
  const name = `${fileNameOf(record.title) || words.fileName}.${format}`;
  const now = outcome.value;
  const label = (
    <>
      <Icon shapes={download} />
      <span>{now === "saving" ? words.saving : words.save}</span>
    </>
  );
  if (now === "refused" || now === "failed" || now === "handed-over" || !canPickFile())
    return (
      <>
        {now === "failed" && <p role="alert">{words.notSaved}</p>}
        <a class="button primary" href={address} download={name} data-takes-focus onClick={() => became("handed-over")}>
          {label}
        </a>
      </>
    );
  const save = async () => {
    became("saving");
    const what = await saveToDisk(file, name, words.kinds[format]);
    // By then it may have been let go of, and another one be ready. Picking none takes nothing back.
    if (saving.stage.peek() === stage) became(what === "none" ? now : what);
  };
  return (
    <>
      {/* Not `disabled`: that would take the focus away. */}
      <button
        type="button"
        class="button primary"
        data-takes-focus
        aria-disabled={now === "saving" ? "true" : undefined}
        onClick={now === "saving" ? undefined : () => void save()}
      >
        {label}
      </button>
      {now === "saved" && <p role="status">{words.saved(name)}</p>}
    </>
  );
}
