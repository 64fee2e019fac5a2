import { FINISHED } from "#domain/position.ts";
import { useApp } from "../app-context.ts";
import { loadTextSettings } from "../lazy.ts";
import { useSheet } from "../parts/use-sheet.ts";
import { ReaderBar } from "./ReaderBar.tsx";
import { useReading } from "./reading-context.ts";
import { readerWords } from "./words.ts";

/** The reader's toolbar at work, and the sheet that opens from it. */
export function ReaderChrome() {
  const { base } = useApp();
  const { reader, listening } = useReading();
  const settings = useSheet(async () => (await loadTextSettings()).TextSettings);
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
        onTextSettings={settings.open}
      />
      {settings.sheet}
    </>
  );
}
