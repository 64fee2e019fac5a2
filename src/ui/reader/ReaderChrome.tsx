import type { ComponentType } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { FINISHED } from "#domain/position.ts";
import { useApp } from "../app-context.ts";
import type { FindingProps } from "../finding/Finding.tsx";
import { loadTextSettings } from "../lazy.ts";
import { loadFinding, loadVoiceWishes } from "./lazy.ts";
import { useSheet } from "../parts/use-sheet.ts";
import { ReaderBar } from "./ReaderBar.tsx";
import { useReading } from "./reading-context.ts";
import { isOfVoice, keepTyped, watchWishes, type Wish } from "./wishes.ts";
import { readerWords } from "./words.ts";

/** The reader's toolbar at work, what opens from it, and what is asked for in the text itself. */
export function ReaderChrome() {
  const app = useApp();
  const reading = useReading();
  const { reader, listening } = reading;
  const settings = useSheet(async () => (await loadTextSettings()).TextSettings);
  const [wanted, setWanted] = useState<{ Finding: ComponentType<FindingProps>; wish: Wish }>();
  const [keys, setKeys] = useState<{ KeysSheet: ComponentType<{ onClose(): void }> }>();
  // A failed fetch is told by `shell/recover.ts`; a note is led to as any link leads.
  const ask = (wish: Wish) => {
    if (wish.what === "find") wish.typed = keepTyped();
    loadFinding().then(
      ({ Finding }) => setWanted({ Finding, wish }),
      () => {
        wish.typed?.();
        if (wish.of instanceof HTMLAnchorElement) location.assign(wish.of.hash);
      },
    );
  };
  // With the toolbar, not a frame later: a key that is pressed as soon as it is seen counts.
  useLayoutEffect(
    () =>
      watchWishes(app.settings, (wish) => {
        const { what } = wish;
        if (!isOfVoice(what)) return ask(wish);
        loadVoiceWishes().then(
          ({ grantVoiceWish }) => grantVoiceWish(what, app, reading, setKeys),
          () => {},
        );
      }),
    [app, reading],
  );
  const fraction = reader.fraction.value;
  const progress =
    fraction >= FINISHED
      ? readerWords.finished
      : readerWords.progress(Math.round(fraction * 100), reader.minutesLeft.value);
  const open = listening.open.value;
  return (
    <>
      <ReaderBar
        base={app.base}
        progress={reader.open.value ? progress : ""}
        listening={open}
        onListen={open ? listening.close : listening.start}
        onNearListen={listening.warmUp}
        onContents={() => ask({ what: "contents" })}
        onTextSettings={settings.open}
      />
      {settings.sheet}
      {keys && <keys.KeysSheet onClose={() => setKeys(undefined)} />}
      {wanted && (
        <wanted.Finding
          key={reader.open.value?.article.record.id}
          wish={wanted.wish}
          reading={reading}
          minutesLeft={readerWords.minutesLeft}
        />
      )}
    </>
  );
}
