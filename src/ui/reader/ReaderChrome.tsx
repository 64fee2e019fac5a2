import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { FINISHED } from "#domain/position.ts";
import { useApp } from "../app-context.ts";
import type { FindingProps } from "../finding/Finding.tsx";
import { loadFinding, loadTextSettings } from "../lazy.ts";
import { useSheet } from "../parts/use-sheet.ts";
import { ReaderBar } from "./ReaderBar.tsx";
import { useReading } from "./reading-context.ts";
import { watchWishes, type Wish } from "./wishes.ts";
import { readerWords } from "./words.ts";

/** The reader's toolbar at work, what opens from it, and what is asked for in the text itself. */
export function ReaderChrome() {
  const { base } = useApp();
  const { reader, listening } = useReading();
  const settings = useSheet(async () => (await loadTextSettings()).TextSettings);
  const [finding, setFinding] = useState<{ Finding: ComponentType<FindingProps> }>();
  const [wish, setWish] = useState<Wish>();
  const ask = (next: Wish) => {
    loadFinding().then(
      (part) => {
        setFinding(part);
        setWish(next);
      },
      // The link of a reference still leads to its note.
      () => next.from instanceof HTMLAnchorElement && location.assign(next.from.hash),
    );
  };
  useEffect(() => watchWishes(ask), []);
  const fraction = reader.fraction.value;
  const progress =
    fraction >= FINISHED
      ? readerWords.finished
      : readerWords.progress(Math.round(fraction * 100), reader.minutesLeft.value);
  const open = listening.open.value;
  return (
    <>
      <ReaderBar
        base={base}
        progress={reader.open.value ? progress : ""}
        listening={open}
        onListen={open ? listening.close : listening.start}
        onNearListen={listening.warmUp}
        onContents={() => ask({ what: "contents" })}
        onTextSettings={settings.open}
      />
      {settings.sheet}
      {finding && wish && <finding.Finding key={reader.open.value?.article.record.id} wish={wish} />}
    </>
  );
}
