import { useState } from "preact/hooks";
import {
  formatPronunciations,
  isSameMatch,
  MOST_PRONUNCIATIONS,
  parsePronunciations,
  type Pronunciation,
  type PronunciationFileProblem,
  withPronunciation,
} from "#domain/pronunciations.ts";
import { Button } from "../parts/Button.tsx";
import { FileButton } from "../parts/FileButton.tsx";
import { handOut } from "../parts/hand-out.ts";
import { readingAloudWords as words } from "./words.ts";

interface ListFileProps {
  list: readonly Pronunciation[];
  /** A new list, and what to tell of it when it is kept. */
  onList(list: readonly Pronunciation[], told: string): Promise<void>;
}

/** A larger file holds something else. In bytes. */
const LARGEST = 1_000_000;

/** The list as a file, out and in. What comes in is added; where it is about the same word, it takes that one's place. */
export function ListFile({ list, onList }: ListFileProps) {
  const [problem, setProblem] = useState("");

  const save = () => handOut(new Blob([formatPronunciations(list)], { type: "application/json" }), words.fileName);
  const add = async (file: File) => {
    const read = file.size > LARGEST ? { problem: "not-a-list" as const } : parsePronunciations(await file.text());
    if ("problem" in read) return setProblem(sentenceOf(read.problem, "entry" in read ? (read.entry ?? 0) : 0));
    const merged = read.entries.reduce(withPronunciation, list as Pronunciation[]);
    if (merged.length > MOST_PRONUNCIATIONS) return setProblem(sentenceOf("too-many", 0));
    const known = list.filter((entry) => read.entries.some((other) => isSameMatch(entry, other))).length;
    await onList(merged, words.imported(merged.length - list.length, known));
  };

  return (
    <div>
      <div class="field-row">
        <Button label={words.exportList} unavailable={list.length === 0} onClick={save} />
        <FileButton
          label={words.importList}
          accept="application/json,.json"
          onFiles={([file]) => {
            setProblem("");
            add(file).catch(() => setProblem(words.unreadable));
          }}
        />
      </div>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

function sentenceOf(problem: PronunciationFileProblem, entry: number): string {
  switch (problem) {
    case "not-json":
      return words.notJson;
    case "not-a-list":
      return words.notAList;
    case "bad-entry":
      return words.badEntry(entry);
    case "too-many":
      return words.tooMany(MOST_PRONUNCIATIONS);
  }
}
