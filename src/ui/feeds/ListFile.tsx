import { useEffect, useRef, useState } from "preact/hooks";
import type { FeedsModel } from "#state/feeds-model.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { FileButton } from "../parts/FileButton.tsx";
import { handOut } from "../parts/hand-out.ts";
import { followLists } from "./follow-lists.ts";
import { feedsWords as words } from "./words.ts";

const KINDS = ".opml,.xml,text/x-opml,text/xml,application/xml";

interface ListFileProps {
  model: FeedsModel;
  isEmpty: boolean;
  /** Lists of feeds that were among other files; each is to be taken once. */
  given: readonly File[];
  onTaken(): void;
}

/** The feeds as a file, out and in. What comes in is followed besides the others. */
export function ListFile({ model, isEmpty, given, onTaken }: ListFileProps) {
  const { announcer } = useApp();
  const [problem, setProblem] = useState("");
  const save = async () => {
    const file = await model.writeOpml(words.fileTitle);
    if (file) handOut(file, words.fileName);
  };
  const open = async (files: readonly File[]) => {
    setProblem("");
    const { said, problem: wrong } = await followLists(model, files);
    setProblem(wrong);
    if (said) announcer.say(said);
  };
  const openRef = useRef(open);
  useEffect(() => {
    openRef.current = open;
  });
  useEffect(() => {
    if (given.length === 0) return;
    onTaken();
    void openRef.current(given);
  }, [given, onTaken]);
  return (
    <>
      <div class="add-actions feed-file">
        <FileButton label={words.openFile} accept={KINDS} onFiles={(files) => void open(files)} />
        <Button label={words.saveFile} unavailable={isEmpty} onClick={() => void save()} />
      </div>
      <p class="explained">{words.fileExplained}</p>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
