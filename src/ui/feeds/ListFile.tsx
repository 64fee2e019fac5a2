import { useState } from "preact/hooks";
import type { FeedsModel } from "#state/feeds-model.ts";
import { problemSentence } from "../adding/problem-words.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { FileButton } from "../parts/FileButton.tsx";
import { handOut } from "../parts/hand-out.ts";
import { feedsWords as words } from "./words.ts";

const KINDS = ".opml,.xml,text/x-opml,text/xml,application/xml";

/** The feeds as a file, out and in. What comes in is followed besides the others. */
export function ListFile({ model, isEmpty }: { model: FeedsModel; isEmpty: boolean }) {
  const { announcer } = useApp();
  const [problem, setProblem] = useState("");
  const save = async () => {
    const file = await model.writeOpml(words.fileTitle);
    if (file) handOut(file, words.fileName);
  };
  const open = async ([file]: [File, ...File[]]) => {
    setProblem("");
    const read = await model.readOpml(file);
    if ("problem" in read) return setProblem(problemOf(read.problem));
    announcer.say(words.opened(read.added, read.of));
    void model.check(Date.now() - 1000);
  };
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
