import { useEffect, useState } from "preact/hooks";
import download from "icon:file-down";
import { Icon } from "../parts/Icon.tsx";
import { canPickFile, saveToDisk, type SaveOutcome } from "./save-to-disk.ts";
import { savingAudioWords as words } from "./words.ts";

interface SaveFileProps {
  file: Blob;
  /** Where the browser has it, for as long as it is to be had. */
  address: string;
  name: string;
  /** What kind of file it is, in words. */
  kind: string;
}

/** The way from a file that is ready to the reader's own folder: asked for, or else among the downloads. */
export function SaveFile({ file, address, name, kind }: SaveFileProps) {
  const [state, setState] = useState<SaveOutcome | "saving">(canPickFile() ? "none" : "refused");
  const [ended] = useState(() => new AbortController());
  useEffect(() => () => ended.abort(), [ended]);
  const label = (
    <>
      <Icon shapes={download} />
      <span>{state === "saving" ? words.saving : words.save}</span>
    </>
  );
  if (state === "refused" || state === "failed")
    return (
      <>
        {state === "failed" && <p role="alert">{words.notSaved}</p>}
        <a class="button primary" href={address} download={name} data-takes-focus>
          {label}
        </a>
      </>
    );
  const save = async () => {
    setState("saving");
    setState(await saveToDisk(file, name, kind, ended.signal));
  };
  return (
    <>
      {/* Not `disabled`: that would take the focus away. */}
      <button
        type="button"
        class="button primary"
        data-takes-focus
        aria-disabled={state === "saving" ? "true" : undefined}
        onClick={state === "saving" ? undefined : () => void save()}
      >
        {label}
      </button>
      {state === "saved" && <p role="status">{words.saved(name)}</p>}
    </>
  );
}
