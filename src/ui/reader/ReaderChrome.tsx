import { FINISHED } from "#state/library.ts";
import { useApp } from "../app-context.ts";
import { loadTextSettings } from "../lazy.ts";
import { useSheet } from "../parts/use-sheet.ts";
import { words } from "../words.ts";
import { ReaderBar } from "./ReaderBar.tsx";

/** The reader's toolbar at work, and the sheet that opens from it. */
export function ReaderChrome() {
  const { base, reader, listening } = useApp();
  const settings = useSheet(async () => (await loadTextSettings()).TextSettings);
  const fraction = reader.fraction.value;
  const progress =
    fraction >= FINISHED
      ? words.reader.finished
      : words.reader.progress(Math.round(fraction * 100), reader.minutesLeft.value);
  const open = listening.open.value;
  return (
    <>
      <ReaderBar
        base={base}
        progress={reader.open.value ? progress : ""}
        listening={open}
        onListen={open ? listening.close : listening.start}
        onTextSettings={settings.open}
      />
      {settings.sheet}
    </>
  );
}
