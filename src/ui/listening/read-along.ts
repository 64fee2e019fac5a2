import { effect } from "@preact/signals";
import { createFollower } from "#reading/follow.ts";
import { clearPaint, paint } from "#reading/painter.ts";
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
      follower.moveTo({ block: spoken.block, offset: spoken.sentence.start });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    follower.dispose();
    clearPaint();
  };
}
