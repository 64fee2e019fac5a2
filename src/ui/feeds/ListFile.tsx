import { useEffect, useRef, useState } from "preact/hooks";
import type { FeedsModel } from "#state/feeds-model.ts";
import { problemSentence } from "../adding/problem-words.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { FileButton } from "../parts/FileButton.tsx";
import { handOut } from "../parts/hand-out.ts";
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
    let [added, of] = [0, 0];
    for (const file of files) {
      const read = await model.readOpml(file);
      if ("problem" in read) {
        setProblem(problemOf(read.problem));
        continue;
      }
      added += read.added;
      of += read.of;
    }
    if (of === 0) return;
    announcer.say(words.opened(added, of));
    void model.check(Date.now() - 1000);
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

function problemOf(problem: Extract<Awaited<ReturnType<FeedsModel["readOpml"]>>, { problem: unknown }>["problem"]) {
  switch (problem) {
    case "storage":
      return words.notStored;
    case "damaged":
      return words.notAList;
    case "empty":
      return words.emptyList;
    default:
      return problemSentence(problem);
  }
}
