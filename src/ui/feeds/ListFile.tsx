import { useRef, useState } from "preact/hooks";
import type { FeedsModel } from "#state/feeds-model.ts";
import { problemSentence } from "../adding/problem-words.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { feedsWords as words } from "./words.ts";

/** The feeds as a file, out and in. What comes in is followed besides the others. */
export function ListFile({ model, isEmpty }: { model: FeedsModel; isEmpty: boolean }) {
  const { announcer } = useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const save = async () => {
    const file = await model.writeOpml(words.fileTitle);
    if (!file) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = words.fileName;
    link.click();
    // Some browsers begin to read only after the press is over.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const open = async (file: File) => {
    const read = await model.readOpml(file);
    if ("problem" in read) return setProblem(problemOf(read.problem));
    announcer.say(words.opened(read.added, read.of));
    void model.check(Date.now() - 1000);
  };
  return (
    <div class="feed-file">
      <div class="add-actions">
        <Button label={words.openFile} onClick={() => chooser.current?.click()} />
        <Button label={words.saveFile} unavailable={isEmpty} onClick={() => void save()} />
      </div>
      <p class="explained">{words.fileExplained}</p>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".opml,.xml,text/x-opml,text/xml,application/xml"
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          setProblem("");
          if (file) void open(file);
          // So that the same file can be chosen again.
          input.value = "";
        }}
      />
      {problem && <p role="alert">{problem}</p>}
    </div>
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
