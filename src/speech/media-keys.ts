/**
 * The keys of keyboards, headsets and lock screens, through Media Session. Browsers pass them on while a page plays media; speech
 * alone does not count everywhere, so they are an addition and never the only way.
 */
import type { PlayerStatus } from "./player-snapshot.ts";

export interface MediaActions {
  play(): void;
  pause(): void;
  next(): void;
  previous(): void;
}

export interface MediaKeys {
  describe(title: string, source: string): void;
  show(status: PlayerStatus): void;
  release(): void;
}

export function connectMediaKeys(session: MediaSession | undefined, actions: MediaActions): MediaKeys {
  if (!session) return { describe: nothing, show: nothing, release: nothing };
  const handlers = {
    play: actions.play,
    pause: actions.pause,
    nexttrack: actions.next,
    previoustrack: actions.previous,
  };
  for (const [name, act] of Object.entries(handlers)) handle(session, name as MediaSessionAction, act);
  return {
    describe(title, artist) {
      session.metadata = new MediaMetadata({ title, artist });
    },
    show(status) {
      session.playbackState =
        status === "playing" || status === "starting" ? "playing" : status === "paused" ? "paused" : "none";
    },
    release() {
      for (const name of Object.keys(handlers)) handle(session, name as MediaSessionAction, null);
      session.metadata = null;
      session.playbackState = "none";
    },
  };
}

/** Setting a handler for an action that the browser does not know throws. */
function handle(session: MediaSession, name: MediaSessionAction, act: (() => void) | null): void {
  try {
    session.setActionHandler(name, act);
  } catch {
    // The other keys still work.
  }
}

function nothing(): void {}
