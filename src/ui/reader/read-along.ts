import { effect } from "@preact/signals";
import { createFollower } from "#reading/follow.ts";
import { clearPaint, paint } from "#reading/painter.ts";
import type { App } from "#state/app.ts";

/** Paints what the voice says and keeps it in view while the article is open. Returns the way to stop. */
export function startReadAlong({ listening }: App, island: HTMLElement): () => void {
  const follower = createFollower((following) => (listening.following.value = following));
  const stopFollowing = effect(() => {
    if (listening.returning.value > 0) follower.resume();
  });
  const stopPainting = effect(() => {
    const spoken = listening.spoken.value;
    if (!spoken || island.hidden) {
      clearPaint();
      return;
    }
    paint("sentence", spoken.block, spoken.sentence);
    paint("word", spoken.block, spoken.word);
    follower.moveTo({ block: spoken.block, offset: spoken.sentence.start });
  });
  return () => {
    stopFollowing();
    stopPainting();
    follower.dispose();
    clearPaint();
  };
}
