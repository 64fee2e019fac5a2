import { batch } from "@preact/signals";
import type { ReadingModel } from "./reading.ts";

/**
 * The reading position was moved to another part of the text: where the player is open the voice goes there too, or will begin there
 * when it is wanted. Nobody who waits for quiet takes the change for it.
 */
export function moveAlong({ reader, listening }: Pick<ReadingModel, "reader" | "listening">): void {
  if (!listening.open.peek() || !listening.session.peek()) return;
  const place = reader.position.peek();
  const speaking = listening.active.peek();
  batch(() => {
    listening.close();
    // What is silenced tells its own place for the last time.
    reader.moveTo(place);
    if (speaking) listening.start();
    else listening.prepare();
  });
  if (speaking) listening.backToVoice();
}
