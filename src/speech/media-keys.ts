/**
 * The keys of keyboards, headsets and lock screens, through Media Session. Browsers pass them on while a page plays media; speech
 * alone does not count everywhere, so they are an addition and never the only way.
 */
import type { PlayerStatus, PlayerTime } from "./player-snapshot.ts";

export interface MediaActions {
  play(): void;
  pause(): void;
  stop(): void;
  next(): void;
  previous(): void;
  /** By so many seconds as they are heard, negative: back. */
  skip(seconds: number): void;
  /** To so many seconds from the beginning, as they are heard. */
  seek(seconds: number): void;
}

/** What lock screens show. */
export interface MediaDescription {
  title: string;
  /** Who published it. */
  source: string;
  artwork: readonly MediaImage[];
}

export interface MediaKeys {
  /** `picture` takes the place of the artwork once it is known; undefined leaves that. */
  describe(what: MediaDescription, picture?: Promise<readonly MediaImage[] | undefined>): void;
  show(status: PlayerStatus, time: PlayerTime): void;
  release(): void;
}

/** How far one press of "seek" goes where the system names no distance, in seconds. */
export const SKIP = 15;

/**
 * Previous and next are sentences, as the buttons beside Play are: a track key has no second, longer press, and a press too many
 * then costs a sentence and not a paragraph. Whoever wants to go further has the 15 seconds. iOS has room for one of the two pairs
 * and takes the seconds (https://github.com/navidrome/navidrome/issues/3452).
 */
export function connectMediaKeys(session: MediaSession | undefined, actions: MediaActions): MediaKeys {
  if (!session) return { describe: nothing, show: nothing, release: nothing };
  const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: actions.play,
    pause: actions.pause,
    stop: actions.stop,
    nexttrack: actions.next,
    previoustrack: actions.previous,
    seekforward: ({ seekOffset }) => actions.skip(seekOffset ?? SKIP),
    seekbackward: ({ seekOffset }) => actions.skip(-(seekOffset ?? SKIP)),
    seekto({ seekTime }) {
      if (seekTime !== undefined) actions.seek(seekTime);
    },
  };
  const names = Object.keys(handlers) as MediaSessionAction[];
  const connect = () => names.forEach((name) => handle(session, name, handlers[name]!));
  let described: MediaDescription | undefined;
  let before: PlayerStatus | undefined;
  let shown = "";
  connect();

  function label(): void {
    if (!described) return;
    const { title, source: artist, artwork } = described;
    session!.metadata = new MediaMetadata({ title, artist, artwork: [...artwork] });
  }

  return {
    describe(what, picture) {
      described = what;
      label();
      void picture?.then((artwork) => {
        if (!artwork || described !== what) return;
        described = { ...what, artwork };
        label();
      });
    },
    show(status, time) {
      session.playbackState =
        status === "playing" || status === "starting" ? "playing" : status === "paused" ? "paused" : "none";
      // WebKit forgets keys and title when a page begins to play.
      if (status === "playing" && before !== "playing") {
        connect();
        label();
      }
      before = status;
      const state = `${status} ${time.position} ${time.duration}`;
      if (state !== shown) tellTime(session, time);
      shown = state;
    },
    release() {
      described = undefined;
      for (const name of names) handle(session, name, null);
      session.metadata = null;
      session.playbackState = "none";
      tellTime(session, undefined);
    },
  };
}

/** Times are as they are heard, so they go by at the pace of the clock, whatever the rate. */
function tellTime(session: MediaSession, time: PlayerTime | undefined): void {
  try {
    if (!time) session.setPositionState();
    else if (time.duration > 0)
      session.setPositionState({
        duration: time.duration,
        position: Math.min(time.position, time.duration),
        playbackRate: 1,
      });
  } catch {
    // Older browsers know nothing of it.
  }
}

/** Setting a handler for an action that the browser does not know throws. */
function handle(session: MediaSession, name: MediaSessionAction, act: MediaSessionActionHandler | null): void {
  try {
    session.setActionHandler(name, act);
  } catch {
    // The other keys still work.
  }
}

function nothing(): void {}
