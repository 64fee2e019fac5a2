import { effect } from "@preact/signals";
import { createFollower } from "#reading/follow.ts";
import { clearPaint, paint } from "#reading/painter.ts";
import { currentFlow } from "#reading/window.ts";
import type { ListeningModel } from "#state/listening.ts";

/** Paints what the voice says and keeps it in view. Returns the way to stop. */
export function startReadAlong(listening: ListeningModel): () => void {
  const follower = createFollower(
    () => listening.active.peek(),
    (following) => (listening.following.value = following),
  );
  const before = listening.returning.peek();
  const stops = [
    effect(() => {
      if (listening.returning.value > before) follower.resume();
    }),
    effect(() => {
      const spoken = listening.session.value?.spoken.value;
      if (!spoken) {
        clearPaint();
        return;
      }
      paint("sentence", spoken.block, spoken.sentence);
      paint("word", spoken.block, spoken.word);
      // A sentence can go on on the next page; its words say when.
      const at = (currentFlow().placeOnPage && spoken.word) || spoken.sentence;
      follower.moveTo({ block: spoken.block, offset: at.start });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    follower.dispose();
    clearPaint();
  };
}
