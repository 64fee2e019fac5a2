import { effect, untracked } from "@preact/signals";
import { startLineFocus } from "#reading/aids/line-focus.ts";
import { markSyllables } from "#reading/aids/syllables.ts";
import { holdScreen } from "#reading/aids/wake-lock.ts";
import type { App } from "#state/app.ts";
import type { ReadingModel } from "#state/reading.ts";
import { editorOf } from "#state/settings-editor.ts";
import { tellSyllablesMissing } from "./missing-syllables.tsx";

const attended = new WeakSet<App>();

/** From now on the aids that are chosen are there while an article is open. Once for an app; again does nothing. */
export function attendReading(app: App): void {
  const reading = app.reading.peek();
  if (!reading || attended.has(app)) return;
  attended.add(app);
  const { settings } = editorOf(app);

  whileReading(
    reading,
    () => `${settings.value.lineFocus},${settings.value.ruler}`,
    (article) => {
      const { lineFocus: focus, ruler } = settings.peek();
      if (focus === "none" && !ruler) return undefined;
      const spoken = () => {
        const { open, following, active, session } = reading.listening;
        return open.value && following.value && active.value ? session.value?.spoken.value : undefined;
      };
      const control = startLineFocus(article, {
        ...textOf(reading),
        focus,
        ruler,
        spoken: () => untracked(spoken),
        position: () => reading.reader.position.peek(),
        onMove: reading.reader.moveTo,
        leads: () => !reading.listening.active.peek(),
        scrollingCounts: () => !settings.peek().screenReaderMode,
      });
      const stop = effect(() => {
        spoken();
        void reading.reader.position.value;
        control.follow();
      });
      return () => {
        stop();
        control.stop();
      };
    },
  );
  whileReading(
    reading,
    () => `${settings.value.syllables}`,
    () => {
      if (!settings.peek().syllables) return undefined;
      let untell = () => {};
      const stop = markSyllables({ ...textOf(reading), onMissing: () => (untell = tellSyllablesMissing(app)) });
      return () => {
        stop();
        untell();
      };
    },
  );
  let letGo: (() => void) | undefined;
  effect(() => {
    // A voice reads on in the library, and many systems' voices stop with the screen.
    const isRead = reading.reader.open.value !== undefined || reading.listening.active.value;
    const held = Boolean(settings.value.keepAwake) && isRead;
    if (held && !letGo) letGo = holdScreen();
    if (held) return;
    letGo?.();
    letGo = undefined;
  });
}

function textOf({ reader }: ReadingModel) {
  const { article, leaves } = reader.open.peek()!;
  return { lang: article.record.lang, leaves };
}

/** Starts something with each article, in a frame in which its text is in the page, and anew when what it is chosen by has changed. */
function whileReading(
  { reader }: ReadingModel,
  chosen: () => string,
  start: (article: HTMLElement) => (() => void) | undefined,
): void {
  let last = "";
  let stop: (() => void) | undefined;
  let frame = 0;
  let article: unknown;
  effect(() => {
    const now = chosen();
    const open = reader.open.value;
    if (now === last && open === article) return;
    [last, article] = [now, open];
    cancelAnimationFrame(frame);
    stop?.();
    stop = undefined;
    if (!open) return;
    frame = requestAnimationFrame(() => {
      const element = document.getElementById("article");
      if (element && reader.open.peek() === open) stop = start(element);
    });
  });
}
