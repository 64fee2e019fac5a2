import type { PlayerAction } from "#domain/player-keys.ts";
import { stepSetting } from "#domain/settings.ts";
import type { App } from "#state/app.ts";
import type { ListeningSession } from "#state/listening-session.ts";
import type { ListeningModel } from "#state/listening.ts";
import { editorOf } from "#state/settings-editor.ts";
import { listeningWords as labels } from "./words.ts";

export type PlayerAct = PlayerAction;

/** One press of "15 s", in seconds. */
const SKIP = 15;

/** What the player's buttons and keys do. A step that the reader takes brings the page along, wherever it had been scrolled to. */
export function playerActs(app: App, listening: ListeningModel, session: ListeningSession): (what: PlayerAct) => void {
  const { transport } = session;
  const step = (go: () => void) => () => {
    go();
    if (!listening.following.peek()) listening.backToVoice();
  };
  const rate = (by: number) => () => {
    const settings = editorOf(app);
    const next = stepSetting("rate", settings.settings.peek().rate, by);
    settings.change({ rate: next });
    app.announcer.say(labels.times(next));
  };
  const acts: Readonly<Record<PlayerAct, () => void>> = {
    toggle: session.toggle,
    next: step(session.next),
    previous: step(session.previous),
    nextParagraph: step(transport.nextParagraph),
    previousParagraph: step(transport.previousParagraph),
    skipOn: step(() => transport.skip(SKIP)),
    skipBack: step(() => transport.skip(-SKIP)),
    faster: rate(1),
    slower: rate(-1),
  };
  return (what) => {
    // The player is closed before it is gone from the screen.
    if (listening.session.peek() === session) acts[what]();
  };
}
