import type { App } from "#state/app.ts";
import type { ListeningSession } from "#state/listening-session.ts";
import { listeningWords as labels } from "./words.ts";

/** Plays or pauses, and says that it is paused: the button, whose name would say it, need not have the focus. A voice that plays is heard. */
export function pauseByKey({ announcer }: App, session: ListeningSession): void {
  session.toggle();
  if (!session.active.peek()) announcer.say(labels.paused);
}
