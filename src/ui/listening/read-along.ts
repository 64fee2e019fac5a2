import { effect, type ReadonlySignal } from "@preact/signals";
import type { Span } from "#domain/position.ts";
import type { Settings } from "#domain/settings.ts";
import { createFollower } from "#reading/follow.ts";
import { clearPaint, isPainted, paint } from "#reading/painter.ts";
import { currentFlow } from "#reading/window.ts";
import type { ListeningModel } from "#state/listening.ts";
import { showMarks } from "./marks.ts";

/** Paints what the voice says and keeps it in view, as the reader has chosen both. Returns the way to stop. */
export function startReadAlong(listening: ListeningModel, settings: ReadonlySignal<Settings>): () => void {
  const follower = createFollower(
    () => listening.active.peek(),
    (following) => (listening.following.value = following),
  );
  let returned = listening.returning.peek();
  let follows = true;
  let sentence: Span | undefined;
  let scopeBefore: "sentence" | "paragraph" | undefined;
  const stops = [
    effect(() => showMarks(settings.value)),
    effect(() => {
      const { followVoice } = settings.value;
      if (followVoice === follows) return;
      follows = followVoice;
      if (followVoice) follower.resume();
      else follower.release();
    }),
    effect(() => {
      if (listening.returning.value === returned) return;
      returned = listening.returning.value;
      follower.resume();
      // Brought there once, and left alone again.
      if (!follows) follower.release();
    }),
    // Runs at every word: what is the same for the whole sentence is not done again.
    effect(() => {
      const session = listening.session.value;
      const inText = session?.spoken.value;
      const spoken = inText ?? session?.spokenHeading.value;
      if (!spoken) {
        clearPaint();
        return;
      }
      const { marked } = settings.value;
      const byWords = marked === "word" && !session!.wordless.value;
      const scope = marked === "none" || byWords ? undefined : marked === "paragraph" ? "paragraph" : "sentence";
      const word = (marked === "word" || marked === "word-sentence") && spoken.word;
      if (spoken.sentence !== sentence || scope !== scopeBefore || (scope && !isPainted("sentence")))
        paint("sentence", spoken.block, scope ? session!.said(scope) : []);
      [sentence, scopeBefore] = [spoken.sentence, scope];
      paint("word", spoken.block, word ? [word] : []);
      if (!inText) return;
      // A sentence can go on on the next page; its words say when.
      const at = (currentFlow().placeOnPage && spoken.word) || spoken.sentence;
      follower.moveTo({ block: spoken.block, offset: at.start }, spoken.sentence.end);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    follower.dispose();
    clearPaint();
    showMarks(undefined);
  };
}
